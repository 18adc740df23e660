import HelmChart

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension RenderEnvironment {
    /// The clock and the randomness of this machine.
    static let system = RenderEnvironment(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Moment(seconds: Int64(time.tv_sec), nanoseconds: Int32(clamping: time.tv_nsec))
        },
        randomBytes: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<max(count, 0)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        }
    )
}

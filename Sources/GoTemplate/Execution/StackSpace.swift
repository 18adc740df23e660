#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The room on the call stack. Templates nest as deep as their data, deeper than the stacks of tasks and of the main
/// thread allow, so they run on a thread with a large stack of its own.
package enum StackSpace {
    /// Bytes of the large stack: address space, of which only what is used becomes memory. Where the system refuses,
    /// smaller ones are tried.
    private static let sizes = [512 << 20, 128 << 20, 32 << 20]
    /// What must be left at each step.
    private static let reserve = 1 << 20

    /// Runs `body` on a thread with a large stack, and waits for it. On such a thread already, runs it there.
    ///
    /// Whoever renders many templates calls this once around them all; ``TemplateSet`` does it for each execution.
    package static func withLargeStack<T, E: Error>(_ body: () throws(E) -> T) throws(E) -> T {
        if isLarge { return try body() }
        var result: Result<T, E>?
        withoutActuallyEscaping({ result = Result(catching: body) }) { body in
            if !sizes.contains(where: { runOnLargeStack($0, body) }) { body() }
        }
        guard let result else { return try body() }
        return try result.get()
    }

    /// Whether the call stack has room for more.
    static func isLeft(above limit: UInt) -> Bool {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) } > limit
    }

    /// The lowest address that the calling thread, which must have a large stack, may use.
    static var limit: UInt {
        UInt(bitPattern: pthread_getspecific(bounds)) &+ UInt(reserve)
    }

    private static var isLarge: Bool { pthread_getspecific(bounds) != nil }

    /// The key under which a thread with a large stack keeps the lowest address of it.
    private static let bounds: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    private final class Job {
        let body: () -> Void
        let stackSize: Int

        init(_ body: @escaping () -> Void, stackSize: Int) {
            self.body = body
            self.stackSize = stackSize
        }
    }

    private static func runOnLargeStack(_ size: Int, _ body: @escaping () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
        let job = Unmanaged.passRetained(Job(body, stackSize: size))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let status = pthread_create(&thread, &attributes, { StackSpace.start($0) }, job.toOpaque())
        guard status == 0 else {
            job.release()
            return false
        }
        #if canImport(Darwin)
            guard let thread else { return false }
        #endif
        pthread_join(thread, nil)
        return true
    }

    #if canImport(Darwin)
        private static func start(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
            run(Unmanaged<Job>.fromOpaque(argument).takeRetainedValue())
        }
    #else
        private static func start(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            guard let argument else { return nil }
            return run(Unmanaged<Job>.fromOpaque(argument).takeRetainedValue())
        }
    #endif

    private static func run(_ job: Job) -> UnsafeMutableRawPointer? {
        var marker: UInt8 = 0
        let top = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
        pthread_setspecific(bounds, UnsafeRawPointer(bitPattern: top &- UInt(job.stackSize) &+ UInt(reserve)))
        job.body()
        pthread_setspecific(bounds, nil)
        return nil
    }
}

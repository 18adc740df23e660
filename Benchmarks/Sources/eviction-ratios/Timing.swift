import Foundation

/// The processor time of `body` on this thread in seconds, which neighbours on the machine disturb least.
func seconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
}

extension Double {
    /// With so many digits after the point.
    func digits(_ count: Int) -> String { String(format: "%.\(count)f", self) }
}

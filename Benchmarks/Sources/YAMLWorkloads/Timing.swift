import Foundation

/// The processor time that `body` takes on this thread, which neighbours on the machine disturb least, after a run that
/// fills the caches.
public func seconds(_ body: () throws -> Void) rethrows -> Double {
    try body()
    return try secondsOfOneRun(body)
}

/// The processor time of a run that cannot be repeated.
public func secondsOfOneRun(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
}

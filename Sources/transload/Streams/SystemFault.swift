#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A system call failed.
package struct SystemFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What could not be done, such as `cannot write a.yaml`.
    package let action: String
    /// The error number.
    package let number: Int32
    /// What the user can do about it.
    package let remedy: String?

    /// Creates a fault; by default the error number is that of the call just made.
    package init(_ action: String, number: Int32 = errno, remedy: String? = nil) {
        self.action = action
        self.number = number
        self.remedy = remedy
    }

    /// The words of the system for the error number.
    package var reason: String { String(cString: strerror(number)) }

    /// Action, reason, and the remedy on a line of its own.
    package var description: String {
        "\(action): \(reason)" + (remedy.map { "\n    \($0)" } ?? "")
    }
}

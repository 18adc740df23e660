#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Standard output or standard error.
struct StandardStream: Sendable {
    static let output = StandardStream(descriptor: Descriptor(standard: 1), name: "standard output")
    static let error = StandardStream(descriptor: Descriptor(standard: 2), name: "standard error")

    private let descriptor: Descriptor
    private let name: String

    /// Writes data. A reader that went away (`transload … | head`) has what it wanted: that is no fault.
    func write(_ text: String) throws(SystemFault) { try write(Array(text.utf8)) }

    /// Writes data that need not be UTF-8.
    func write(_ bytes: [UInt8]) throws(SystemFault) {
        do {
            try descriptor.writeAll(bytes, name: name)
        } catch {
            if error.number != EPIPE { throw error }
        }
    }

    /// Writes a message, as far as that is possible: there is nowhere to report that a message cannot be written.
    func show(_ text: String) {
        _ = try? descriptor.writeAll(Array(text.utf8), name: name)
    }

    /// Whether a person reads the stream and has not asked for plain text (no-color.org).
    func showsColour(_ environment: [String: String]) -> Bool {
        isatty(descriptor.number) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Makes writing to a pipe that nobody reads an error of the write instead of the end of the process.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}

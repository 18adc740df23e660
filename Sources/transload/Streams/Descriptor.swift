#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    // `stat` belongs to whichever of these modules the compiler loads first.
    import CoreFoundation
    import Glibc
#endif

/// An open file: whole reads and whole writes.
struct Descriptor: Sendable {
    let number: Int32

    /// Opens a file.
    init(opening path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemFault) {
        var result: Int32
        repeat { result = open(path, flags | O_CLOEXEC, mode) } while result < 0 && errno == EINTR
        guard result >= 0 else { throw SystemFault("cannot open \(path)") }
        number = result
    }

    /// The standard stream of this number.
    init(standard number: Int32) {
        self.number = number
    }

    /// Closes the file; only now may a network file system tell that the data did not arrive.
    func finish(_ name: String) throws(SystemFault) {
        if close(number) != 0 { throw SystemFault("cannot write \(name)") }
    }

    /// All bytes up to the end; nil if there are more than `limit`.
    func readAll(limit: Int) throws(SystemFault) -> [UInt8]? {
        var bytes: [UInt8] = []
        var status = stat()
        if fstat(number, &status) == 0 {
            guard status.st_size <= limit else { return nil }
            bytes.reserveCapacity(max(0, Int(status.st_size)))
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(number, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                guard waits(for: POLLIN) else { throw SystemFault("cannot read") }
                continue
            }
            guard bytes.count + count <= limit else { return nil }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Hands all bytes up to the end to `body`, piece by piece.
    func readPieces(_ body: ([UInt8]) throws -> Void) throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(number, &buffer, buffer.count)
            if count == 0 { return }
            if count < 0 {
                guard waits(for: POLLIN) else { throw SystemFault("cannot read") }
                continue
            }
            try body(Array(buffer[..<count]))
        }
    }

    /// Writes all bytes, in as many calls as it takes.
    func writeAll(_ bytes: [UInt8], name: String) throws(SystemFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
            if count < 0 {
                guard waits(for: POLLOUT) else { throw SystemFault("cannot write \(name)") }
                continue
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Whether the call that just failed can be repeated: it was interrupted, or would have blocked and no longer does.
    private func waits(for event: some BinaryInteger) -> Bool {
        if errno == EINTR { return true }
        guard errno == EAGAIN || errno == EWOULDBLOCK else { return false }
        var request = pollfd(fd: number, events: Int16(truncatingIfNeeded: event), revents: 0)
        return poll(&request, 1, -1) >= 0 || errno == EINTR
    }
}

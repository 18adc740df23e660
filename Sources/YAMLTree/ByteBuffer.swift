/// Bytes that a writer appends one after the other, without the checks for uniqueness that an array makes each time.
struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 16
    /// The number of bytes.
    private(set) var count = 0

    init() {
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
    }

    /// The bytes, for as long as the buffer is not changed.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// The last byte; the buffer is not empty.
    var last: UInt8 { base[count - 1] }

    // MARK: Growing

    @inline(__always)
    private mutating func reserve(_ additional: Int) {
        if count &+ additional > capacity { grow(additional) }
    }

    @inline(never)
    private mutating func grow(_ additional: Int) {
        // Pages that are not written take no memory, and each growth copies.
        capacity = max(capacity * (capacity < 1 << 24 ? 4 : 2), count + additional)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        grown.moveInitialize(from: base, count: count)
        base.deallocate()
        base = grown
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: start, count: bytes.count)
        count &+= bytes.count
    }

    mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        append(UnsafeBufferPointer(rebasing: bytes))
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    mutating func append(text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends so many spaces.
    @inline(__always)
    mutating func append(spaces: Int) {
        reserve(spaces)
        (base + count).update(repeating: ascii(" "), count: spaces)
        count &+= spaces
    }

    // MARK: Shrinking

    /// Removes the bytes from `start` on.
    mutating func truncate(to start: Int) { count = start }

    /// Removes the byte at `position`. O(n).
    mutating func remove(at position: Int) {
        (base + position).update(from: base + position + 1, count: count - position - 1)
        count -= 1
    }
}

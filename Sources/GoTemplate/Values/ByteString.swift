/// A string as Go has it: bytes that are mostly, but need not be, UTF-8.
///
/// Equality and order are those of the bytes, never of Unicode's equivalent forms.
package struct ByteString: Hashable, Sendable {
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    package init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    /// The text; bytes that are no UTF-8 become replacement characters.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension ByteString: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(value)
    }
}

extension ByteString: Comparable {
    package static func < (a: ByteString, b: ByteString) -> Bool {
        a.bytes.lexicographicallyPrecedes(b.bytes)
    }
}

extension ByteString: CustomStringConvertible {
    package var description: String { text }
}

import GoTemplate

extension Value {
    /// The text that most functions take a value for: a text or bytes as they are, others as `%v` prints them.
    var textForm: ByteString {
        switch self {
        case .string(let text): text
        case .list(let list) where list.type == .bytes: list.byteString
        default: GoFormat.value(self)
        }
    }

    /// The text forms of a list's elements but nils; of anything else its own.
    var textForms: [ByteString] {
        switch self {
        case .list(let list): list.elements.filter { !$0.isNil }.map(\.textForm)
        case .null, .nilInterface: []
        default: [textForm]
        }
    }
}

extension ListValue {
    /// The bytes of a `[]uint8`.
    var byteString: ByteString {
        ByteString(
            elements.map { element in
                guard case .unsigned(let byte, _) = element else { return 0 }
                return UInt8(truncatingIfNeeded: byte)
            }
        )
    }
}

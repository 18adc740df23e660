import GoTemplate

extension FunctionTheme {
    /// Functions between texts and lists of texts.
    package static let textLists = FunctionTheme { _ in
        var table = FunctionTable()
        table["join"] = .typed { (separator: ByteString, value: Value) in
            let texts = value.textForms
            let bytes = texts.reduce(0) { $0 + $1.bytes.count }
            try ResultLimit.checkText(bytes)
            try ResultLimit.checkText(texts.count, times: separator.bytes.count)
            return ByteString(joining: texts, separator)
        }
        table["sortAlpha"] = .typed { (value: Value) in
            guard case .list = value else { return ListValue.strings([value.textForm]) }
            return ListValue.strings(value.textForms.sorted())
        }
        table["toStrings"] = .typed { (value: Value) in ListValue.strings(value.textForms) }
        table["splitList"] = .typed { (separator: ByteString, text: ByteString) in
            ListValue.strings(try ByteSearch.split(text, by: separator))
        }
        table["split"] = .typed { (separator: ByteString, text: ByteString) in
            numbered(try ByteSearch.split(text, by: separator))
        }
        table["splitn"] = .typed { (separator: ByteString, limit: Int, text: ByteString) in
            numbered(try ByteSearch.split(text, by: separator, limit: limit))
        }
        return table
    }

    /// The texts in a `map[string]string` under `_0`, `_1` and so on.
    private static func numbered(_ texts: [ByteString]) -> MapValue {
        let pairs = texts.enumerated().map { (ByteString("_\($0.offset)"), Value.string($0.element)) }
        return MapValue(Dictionary(pairs, uniquingKeysWith: { first, _ in first }), type: .stringMap)
    }
}

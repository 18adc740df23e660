import GoTemplate

extension FunctionTheme {
    /// Functions that ask for the types of values, and whether they are equal.
    package static let reflection = FunctionTheme { _ in
        var table = FunctionTable()
        table["typeOf"] = .typed { (value: Value) in ByteString(value.typeName) }
        table["typeIs"] = .typed { (name: ByteString, value: Value) in ByteString(value.typeName) == name }
        table["typeIsLike"] = .typed { (name: ByteString, value: Value) in
            let type = ByteString(value.typeName)
            return type == name || type.bytes == Array("*".utf8) + name.bytes
        }
        table["kindOf"] = .typed { (value: Value) in ByteString(value.kindName) }
        table["kindIs"] = .typed { (name: ByteString, value: Value) in ByteString(value.kindName) == name }
        table["deepEqual"] = .typed { (a: Value, b: Value) in try DeepEquality.areEqual(a, b) }
        return table
    }
}

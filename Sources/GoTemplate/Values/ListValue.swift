/// A Go slice with its type.
package struct ListValue {
    package var elements: [Value]
    package var type: GoType
    /// Methods of the named type, such as `Has` of a set of versions.
    package var methods: [ByteString: TemplateFunction]
    /// Whether this is Go's nil slice: empty, but `null` in JSON and YAML.
    package var isAbsent = false

    package init(_ elements: [Value], type: GoType = .list, methods: [ByteString: TemplateFunction] = [:]) {
        self.elements = elements
        self.type = type
        self.methods = methods
    }

    /// A nil `[]interface {}`.
    package static var absent: ListValue {
        var list = ListValue([])
        list.isAbsent = true
        return list
    }

    package static func strings(_ texts: some Sequence<ByteString>) -> ListValue {
        ListValue(texts.map(Value.string), type: .strings)
    }

    package static func bytes(_ bytes: some Sequence<UInt8>) -> ListValue {
        ListValue(bytes.map { .unsigned(UInt64($0), .uint8) }, type: .bytes)
    }
}

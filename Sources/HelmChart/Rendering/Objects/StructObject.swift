import GoTemplate

/// A Go struct that templates see: named fields, and methods.
final class StructObject: TemplateObject {
    let type: GoType
    let fields: [(name: ByteString, value: Value)]
    let serialisedFields: [(name: ByteString, value: Value)]
    let actionForm: ByteString?
    private let methods: [ByteString: TemplateFunction]
    /// Fields of an embedded struct, which are found as if they were the object's own.
    private let embedded: [(name: ByteString, value: Value)]

    init(
        _ type: GoType,
        _ fields: [(name: ByteString, value: Value)],
        serialised: [(name: ByteString, value: Value)]? = nil,
        embedded: [(name: ByteString, value: Value)] = [],
        methods: [ByteString: TemplateFunction] = [:],
        actionForm: ByteString? = nil
    ) {
        self.type = type
        self.fields = fields
        self.serialisedFields = serialised ?? fields
        self.embedded = embedded
        self.methods = methods
        self.actionForm = actionForm
    }

    func field(_ name: ByteString) -> Value? {
        (fields.first { $0.name == name } ?? embedded.first { $0.name == name })?.value
    }

    func method(_ name: ByteString) -> TemplateFunction? { methods[name] }
}

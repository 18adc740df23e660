import GoTemplate

/// What Go's encoders make of an object.
enum SerialisedForm {
    /// The encoders, which name fields in their own ways.
    enum Format {
        case json
        /// go-yaml v3, which knows nothing of JSON's names: fields in lower case.
        case yaml
        case toml
    }

    /// A type that writes itself as text, such as a time or a version.
    case text(ByteString)
    case elements([Value])
    case fields([(name: ByteString, value: Value)])
    /// A type that no encoder takes, by its name.
    case unsupported(String)

    init(_ object: any TemplateObject, _ format: Format) {
        if object is ComplexValue || object.type.kind == .func {
            self = .unsupported(object.type.name)
            return
        }
        if let elements = object.rangeElements {
            self = .elements(elements.map(\.element))
            return
        }
        let fields = object.serialisedFields
        if fields.isEmpty, let text = object.stringForm {
            self = .text(text)
            return
        }
        switch format {
        case .json: self = .fields(fields)
        case .yaml: self = .fields(object.fields.map { (ByteString($0.name.text.lowercased()), $0.value) })
        case .toml: self = .fields(object.fields)
        }
    }
}

extension ListValue {
    /// The bytes of a `[]byte`, which JSON has as text in base 64; nil of any other list.
    var byteElements: [UInt8]? {
        guard type == .bytes else { return nil }
        return elements.map { element in
            if case .unsigned(let byte, _) = element { return UInt8(truncatingIfNeeded: byte) }
            return 0
        }
    }
}

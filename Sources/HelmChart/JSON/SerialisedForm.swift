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
    /// A text that stands in YAML and TOML without quotes: a moment.
    case moment(ByteString)
    case integer(Int64)
    case elements([Value])
    case fields([(name: ByteString, value: Value)])
    /// A type that no encoder takes, by its name.
    case unsupported(String)

    init(_ object: any TemplateObject, _ format: Format) {
        if object is ComplexValue || object.type.kind == .func {
            self = .unsupported(object.type.name)
            return
        }
        if let known = Self.known(object, format) {
            self = known
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

    private static let momentLayout: ByteString = "2006-01-02T15:04:05.999999999Z07:00"

    /// The types that write themselves.
    private static func known(_ object: any TemplateObject, _ format: Format) -> SerialisedForm? {
        switch object {
        case let time as TimeObject: .moment(time.time.formatted(momentLayout))
        case let duration as DurationObject:
            format == .json ? .integer(duration.duration.nanoseconds) : duration.stringForm.map { .text($0) }
        case is VersionObject: object.stringForm.map { .text($0) }
        default: nil
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

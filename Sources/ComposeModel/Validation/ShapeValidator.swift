import Diagnostics
import YAMLTree

/// Compares a tree with a shape and records each difference.
struct ShapeValidator {
    private(set) var findings: [Finding] = []
    private let unknownKeySeverity: Finding.Severity
    private let schema = ScalarSchema.core
    private var path = NodePath()
    private var section: String?

    init(unknownKeySeverity: Finding.Severity) {
        self.unknownKeySeverity = unknownKeySeverity
    }

    /// Checks `node` and what is below it; `place` is where its key stands.
    mutating func check(_ node: Node, _ shape: Shape, at place: SourceLocation? = nil) {
        if shape.isFree { return }
        let location = node.location ?? place
        switch node.content {
        case .scalar(let scalar):
            check(scalar, schema.kind(of: scalar, tag: node.tag), shape, node, location)
        case .sequence(let items):
            guard let list = shape.list else { return refuse(node, shape, location) }
            check(items, list, location)
        case .mapping(let mapping):
            guard let keys = shape.mapping else { return refuse(node, shape, location) }
            check(mapping, keys, location)
        }
    }

    // MARK: Scalars

    private mutating func check(
        _ scalar: Scalar,
        _ kind: ScalarSchema.Kind,
        _ shape: Shape,
        _ node: Node,
        _ location: SourceLocation?
    ) {
        let isAccepted =
            switch kind {
            case .string: shape.kinds.contains(.string)
            case .bool: shape.kinds.contains(.bool)
            case .null: shape.kinds.contains(.null)
            case .integer: !shape.kinds.isDisjoint(with: [.integer, .number])
            case .float:
                shape.kinds.contains(.number)
                    || shape.kinds.contains(.integer) && Self.isWhole(schema.double(scalar.text))
            }
        guard isAccepted else { return refuse(node, shape, location) }
        guard let rule = shape.rule, rule.applies(toString: kind == .string) else { return }
        let integer = kind == .integer ? schema.integer(scalar.text) : nil
        guard let expected = rule.violation(scalar.text, integer: integer) else { return }
        add(.composeValue, "expected \(expected)", location)
    }

    private static func isWhole(_ number: Double?) -> Bool {
        number.map { $0.rounded() == $0 && $0.isFinite } ?? false
    }

    private mutating func refuse(_ node: Node, _ shape: Shape, _ location: SourceLocation?) {
        var remedy: String?
        if let scalar = node.scalar, scalar.isPlain, shape.kinds.contains(.string), !node.isNull(schema) {
            remedy = "Put the value in quotes."
        } else if node.isNull(schema) {
            remedy = "Give the key a value, or remove it."
        }
        add(.composeWrongType, "expected \(shape.expectation), found \(node.kindDescription(schema))", location, remedy)
    }

    // MARK: Collections

    private mutating func check(_ items: [Node], _ list: ListShape, _ location: SourceLocation?) {
        var seen: [String: Int] = [:]
        for (index, item) in items.enumerated() {
            path.elements.append(.index(index))
            if list.isSet, let text = item.text {
                let key = (item.string(schema) == nil ? "" : "\"") + text
                if let first = seen[key] {
                    add(.composeRepeatedItem, "the item repeats item \(first)", item.location, "Remove one of them.")
                } else {
                    seen[key] = index
                }
            }
            check(item, list.items, at: location)
            path.elements.removeLast()
        }
    }

    private mutating func check(_ mapping: Mapping, _ shape: MappingShape, _ location: SourceLocation?) {
        let outer = section
        section = shape.section ?? outer
        defer { section = outer }
        for entry in mapping.entries {
            let key = entry.name
            path.elements.append(.key(key))
            defer { path.elements.removeLast() }
            if let value = shape.keys[key] {
                check(entry.value, value, at: entry.key.location)
            } else if !(shape.takesExtensions && key.hasPrefix("x-")) {
                checkUnlisted(entry, shape)
            }
        }
        for key in shape.required where !mapping.contains(key) {
            add(.composeMissingKey, "the key \"\(key)\" is missing", location, "Add \"\(key)\".")
        }
    }

    private mutating func checkUnlisted(_ entry: Mapping.Entry, _ shape: MappingShape) {
        switch shape.others {
        case .ignored: break
        case .noticed: addUnknownKey(entry, shape, .notice)
        case .refused: addUnknownKey(entry, shape, unknownKeySeverity)
        case .named(let rule, let value):
            switch rule.verdict(entry.name) {
            case .name: check(entry.value, value, at: entry.key.location)
            case .ignored: break
            case .refused(let grammar):
                add(.composeName, "the name \"\(entry.name)\" does not consist of \(grammar)", entry.key.location)
            }
        }
    }

    // MARK: Findings

    private mutating func addUnknownKey(
        _ entry: Mapping.Entry,
        _ shape: MappingShape,
        _ severity: Finding.Severity
    ) {
        let key = entry.name
        var message = "unknown key \"\(key)\""
        var remedy = shape.takesExtensions ? "Remove it, or begin its name with \"x-\"." : "Remove it."
        if shape === Version1Table.service, ServiceTable.service.keys[key] != nil {
            message = "version 1 of the format has no key \"\(key)\""
            remedy = "Move the services below a key services, where today's rules hold."
        } else if shape === ServiceTable.service, let replacement = LegacyTable.replacements[key] {
            message = "the key \"\(key)\" is one of an older version of the format"
            remedy = replacement
        } else if let nearest = NearestName.suggestion(for: key, among: shape.names) {
            message += "; did you mean \"\(nearest)\"?"
            remedy = "Write \"\(nearest)\", or remove the key."
        } else if shape === ProjectTable.project, Self.looksLikeService(entry.value) {
            message += ", which looks like a service"
            remedy = "Move it below the key \"services\"."
        } else if shape === ServiceTable.service, DeployTable.deploy.keys[key] != nil {
            message += " in a service"
            remedy = "Move it below the key \"deploy\"."
        } else if shape === ServiceTable.service, BuildTable.build.keys[key] != nil {
            message += " in a service"
            remedy = "Move it below the key \"build\"."
        }
        findings.append(
            Finding(
                .composeUnknownKey,
                severity,
                message,
                remedy: remedy,
                location: entry.key.location ?? entry.value.location,
                path: path.description,
                reference: section
            )
        )
    }

    private static func looksLikeService(_ node: Node) -> Bool {
        guard let mapping = node.mapping else { return false }
        return mapping.contains("image") || mapping.contains("build")
    }

    private mutating func add(
        _ code: FindingCode,
        _ message: String,
        _ location: SourceLocation?,
        _ remedy: String? = nil
    ) {
        findings.append(
            Finding(
                code,
                .invalid,
                message,
                remedy: remedy,
                location: location,
                path: path.description,
                reference: section
            )
        )
    }
}

extension Shape {
    /// The shape in words: `a string or a list`.
    var expectation: String {
        var words: [String] = []
        if kinds.contains(.string) { words.append("a string") }
        if kinds.contains(.bool) { words.append("a Boolean") }
        if kinds.contains(.number) {
            words.append("a number")
        } else if kinds.contains(.integer) {
            words.append("an integer")
        }
        if list != nil { words.append("a list") }
        if mapping != nil { words.append("a mapping") }
        if kinds.contains(.null) { words.append("null") }
        guard let last = words.popLast() else { return "nothing" }
        return words.isEmpty ? last : words.joined(separator: ", ") + " or " + last
    }
}

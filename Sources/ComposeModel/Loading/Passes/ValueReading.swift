import Diagnostics
import YAMLTree

/// Reads values in all the ways in which they may be written, and puts them into the form that they have in the
/// canonical tree.
struct ValueReading {
    let context: LoadingContext
    let path: NodePath

    /// Normalizes `node`; answers whether it says anything.
    func normalize(_ node: inout Node, _ form: ValueForm) -> Bool {
        if node.isNull() { return form == .variables }
        switch form {
        case .text, .requiredText: return text(&node) || form == .requiredText
        case .flag: return boolean(&node).map { $0 } ?? true
        case .choice, .requiredFlag: return boolean(&node) != nil || true
        case .optOut: return boolean(&node).map { !$0 } ?? true
        case .integer: return integer(&node).map { $0 != 0 } ?? true
        case .count: return integer(&node) != nil || true
        case .natural: return natural(&node).map { $0 != 0 } ?? true
        case .naturalCount: return natural(&node) != nil || true
        case .number: return number(&node)
        case .bytes: return bytes(&node).map { $0 != 0 } ?? true
        case .requiredBytes: return bytes(&node) != nil || true
        case .delay: return duration(&node).map { $0 != 0 } ?? true
        case .duration: return duration(&node) != nil || true
        case .texts: return texts(&node)
        case .command: return command(&node)
        case .healthTest: return healthTest(&node)
        case .texted: return pairs(&node, empty: .string(""))
        case .variables: return pairs(&node, empty: .null())
        case .options: return options(&node)
        case .multiple: return multiple(&node)
        case .hosts: return hosts(&node)
        case .sshKeys: return sshKeys(&node)
        case .mode: return mode(&node)
        case .devices: return devices(&node)
        case .limit: return limit(&node)
        }
    }

    private func wrong(_ node: Node, expected: String, remedy: String? = nil) {
        let found = node.scalar == nil ? node.kindDescription() : "the value"
        context.invalid(.composeSyntax, "\(found) is not \(expected)", at: node.location, path: path, remedy: remedy)
    }

    private func set(_ node: inout Node, plain text: String) {
        node.content = .scalar(Scalar(text, style: .plain))
        node.tag = nil
    }

    private func set(_ node: inout Node, text: String) {
        guard let scalar = node.scalar, scalar.text == text, !scalar.isPlain || node.string() != nil else {
            node.content = .scalar(Scalar(text))
            if node.properties != nil { node.tag = nil }
            return
        }
    }

    // MARK: Scalars

    private func text(_ node: inout Node) -> Bool {
        guard let text = node.printed else {
            if node.scalar == nil { wrong(node, expected: "a text") }
            return true
        }
        set(&node, text: text)
        return !text.isEmpty
    }

    private func boolean(_ node: inout Node) -> Bool? {
        guard let text = node.text, let value = Interpolation.value(text, as: .boolean) else {
            wrong(node, expected: "a Boolean", remedy: "Write true or false.")
            return nil
        }
        set(&node, plain: value)
        return value == "true"
    }

    /// An integer; a fraction is cut, as the reference does.
    private func integer(_ node: inout Node) -> Int? {
        guard let text = node.printed, let value = Int(text) ?? fraction(node).flatMap({ Int(exactly: $0) }) else {
            wrong(node, expected: "an integer")
            return nil
        }
        set(&node, plain: String(value))
        return value
    }

    private func natural(_ node: inout Node) -> Int? {
        guard node.string() == nil, let value = Int(node.printed ?? "") ?? fraction(node).flatMap({ Int(exactly: $0) }),
            value >= 0
        else {
            wrong(node, expected: "an integer of at least 0, without quotes")
            return nil
        }
        set(&node, plain: String(value))
        return value
    }

    /// The whole part of a number that is written with a fraction or an exponent.
    private func fraction(_ node: Node) -> Double? {
        guard let scalar = node.scalar, ScalarSchema.core.kind(of: scalar, tag: node.tag) == .float else { return nil }
        return ScalarSchema.core.double(scalar.text)?.rounded(.towardZero)
    }

    private func number(_ node: inout Node) -> Bool {
        guard let text = node.printed, let value = Float(text), value.isFinite else {
            wrong(node, expected: "a number")
            return true
        }
        set(&node, plain: Node.shortest(Double("\(value)") ?? Double(value)))
        return value != 0
    }

    private func bytes(_ node: inout Node) -> Int64? {
        if fraction(node) != nil {
            context.notice(
                .composeSyntax,
                "a fraction of a byte is no size, and is ignored",
                at: node.location,
                path: path,
                remedy: "Write a whole number, or a unit in quotes, such as 1.5g."
            )
            set(&node, text: "0")
            return 0
        }
        guard let text = node.printed, let value = ByteSize(text)?.bytes else {
            wrong(node, expected: "a size", remedy: "Write a number and a unit, such as 64m or 2g.")
            return nil
        }
        set(&node, text: String(value))
        return value
    }

    private func duration(_ node: inout Node) -> Int64? {
        guard let text = node.printed, let value = ComposeDuration(text) else {
            wrong(node, expected: "a duration", remedy: "Write numbers with units, such as 1m30s.")
            return nil
        }
        set(&node, text: value.description)
        return value.nanoseconds
    }

    private func mode(_ node: inout Node) -> Bool {
        let isText = node.string() != nil
        guard let text = node.printed, let value = isText ? Int(text, radix: 8) : Int(text) else {
            wrong(node, expected: "a file mode", remedy: "Write an octal number, such as 0440.")
            return true
        }
        set(&node, text: "0" + String(value, radix: 8))
        return true
    }

    private func devices(_ node: inout Node) -> Bool {
        if node.text?.lowercased() == "all" {
            set(&node, plain: "-1")
            return true
        }
        return integer(&node).map { $0 != 0 } ?? true
    }

    private func limit(_ node: inout Node) -> Bool {
        guard node.mapping == nil else {
            for key in ["soft", "hard"] {
                guard var value = node[key] else { continue }
                if value.string() == nil, integer(&value) != nil { node[key] = value } else { wrongLimit(value) }
            }
            return true
        }
        guard node.string() == nil, let value = Int(node.printed ?? "") else {
            wrongLimit(node)
            return true
        }
        set(&node, plain: String(value))
        if value == 0 { node = .mapping(["soft": node, "hard": node], location: node.location) }
        return true
    }

    private func wrongLimit(_ node: Node) {
        wrong(node, expected: "a limit", remedy: "Write an integer without quotes.")
    }

    // MARK: Lists

    private func texts(_ node: inout Node) -> Bool {
        guard var items = node.sequence ?? (node.scalar == nil ? nil : [node]) else {
            wrong(node, expected: "a list")
            return true
        }
        for index in items.indices { if let text = items[index].printed { set(&items[index], text: text) } }
        node.content = .sequence(items)
        return !items.isEmpty
    }

    private func command(_ node: inout Node) -> Bool {
        guard node.scalar != nil, let text = node.printed else {
            if node.sequence == nil { wrong(node, expected: "a command") }
            return node.sequence == nil || texts(&node) || true
        }
        do throws(ShellWords.Fault) {
            let words = try ShellWords.split(text)
            if let dropped = words.dropped {
                context.add(
                    Finding(
                        .composeSyntax,
                        .approximated,
                        "no shell runs the command: what follows the first \(dropped.prefix(1)) has no effect",
                        remedy: "Write the command as a list: [sh, -c, \"…\"].",
                        location: node.location,
                        path: path.description
                    )
                )
            }
            node.content = .sequence(words.words.map { .string($0, location: node.location) })
        } catch {
            wrong(node, expected: "a command: quotes or parentheses are not closed")
        }
        return true
    }

    private func healthTest(_ node: inout Node) -> Bool {
        guard node.string() != nil else { return texts(&node) }
        let kind = Node.string("CMD-SHELL", location: node.location)
        node = .sequence([kind, node], location: node.location)
        return true
    }

    private func hosts(_ node: inout Node) -> Bool {
        var hosts: [(name: String, address: String, location: SourceLocation?)] = []
        if let mapping = node.mapping {
            for entry in mapping.entries {
                for value in entry.value.sequence ?? [entry.value] {
                    hosts.append((entry.name, value.printed ?? "", value.location))
                }
            }
        } else {
            for item in node.sequence ?? [] {
                let text = item.printed ?? ""
                guard let separator = text.firstIndex(of: "=") ?? text.firstIndex(of: ":") else {
                    wrong(item, expected: "a host with an address", remedy: "Write HOST=ADDRESS.")
                    continue
                }
                let addresses = text[text.index(after: separator)...]
                for address in addresses.split(separator: ",", omittingEmptySubsequences: false) {
                    hosts.append((String(text[..<separator]), String(address), item.location))
                }
            }
        }
        for host in hosts where host.name.isEmpty || host.name.contains(":") || host.name.contains("=") {
            context.invalid(.composeSyntax, "a host has no name, or one with : or =", at: host.location, path: path)
        }
        let items = hosts.map { host in
            let isBracketed = host.address.count > 2 && host.address.hasPrefix("[") && host.address.hasSuffix("]")
            let address = isBracketed ? String(host.address.dropFirst().dropLast()) : host.address
            return (text: "\(host.name)=\(address)", location: host.location)
        }
        let sorted = items.sorted { $0.text < $1.text }
        node.content = .sequence(sorted.map { .string($0.text, location: $0.location) })
        return !items.isEmpty
    }

    private func sshKeys(_ node: inout Node) -> Bool {
        guard let mapping = node.mapping else { return true }
        let items = mapping.entries.map { entry -> Node in
            let location = entry.value.location ?? entry.key.location
            guard let path = entry.value.printed, !path.isEmpty else { return .string(entry.name, location: location) }
            return .string("\(entry.name): \(path)", location: location)
        }
        node.content = .sequence(items)
        return !items.isEmpty
    }

    // MARK: Mappings

    private func pairs(_ node: inout Node, empty: Node) -> Bool {
        switch node.content {
        case .scalar:
            wrong(node, expected: "a mapping or a list of KEY=VALUE")
            return true
        case .sequence(let items):
            var mapping = Mapping()
            for item in items {
                guard let text = item.printed else {
                    wrong(item, expected: "KEY=VALUE")
                    continue
                }
                let equals = text.firstIndex(of: "=")
                let name = equals.map { String(text[..<$0]) } ?? text
                if name.last?.isWhitespace == true, equals != nil || empty.isNull() {
                    wrong(item, expected: "KEY=VALUE: a blank ends the name")
                }
                var value = empty
                if let equals { value = .string(String(text[text.index(after: equals)...])) }
                Shorthand.set(Shorthand.placed(value, item.location), for: name, in: &mapping, item.location)
            }
            node.content = .mapping(mapping)
            return !mapping.isEmpty
        case .mapping(var mapping):
            node.content = .sequence([])
            for index in 0..<mapping.count {
                mapping.modifyValue(at: index) { value in
                    if let text = value.printed {
                        set(&value, text: text)
                    } else if value.scalar != nil {
                        value = Shorthand.placed(empty, value.location)
                    } else {
                        wrong(value, expected: "a text")
                    }
                }
            }
            node.content = .mapping(mapping)
            return !mapping.isEmpty
        }
    }

    private func options(_ node: inout Node) -> Bool {
        guard let mapping = node.mapping else {
            wrong(node, expected: "a mapping")
            return true
        }
        for entry in mapping.entries {
            guard let scalar = entry.value.scalar else { continue }
            switch ScalarSchema.core.kind(of: scalar, tag: entry.value.tag) {
            case .string, .integer, .null: continue
            case .bool, .float:
                wrong(entry.value, expected: "a text or an integer", remedy: "Put it in quotes: \"\(scalar.text)\".")
            }
        }
        return pairs(&node, empty: .string(""))
    }

    private func multiple(_ node: inout Node) -> Bool {
        guard case .mapping(var mapping) = node.content else {
            wrong(node, expected: "a mapping")
            return true
        }
        for index in 0..<mapping.count {
            mapping.modifyValue(at: index) { value in
                if value.sequence == nil { value = .sequence([value], location: value.location) }
                _ = texts(&value)
            }
        }
        node.content = .mapping(mapping)
        return true
    }
}

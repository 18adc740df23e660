import Diagnostics
import GoTemplate
import YAMLTree

/// Reads YAML as `sigs.k8s.io/yaml` does: by the rules of YAML 1.1, through JSON.
struct YAMLValueReader {
    /// What numbers become.
    enum Numbers {
        /// Floating-point numbers, as a reader of JSON makes them.
        case floats
        /// Integers where the text says so, for readers that turn numbers into texts.
        case asWritten
    }

    var numbers = Numbers.floats

    /// How deep values may nest, and what aliases may stand for.
    private static let limits = ReadingLimits(bytes: 256 << 20, depth: 1000, aliasedNodes: 4_000_000)

    /// The first document of a text; null if there is none.
    func read(_ bytes: [UInt8]) throws(FunctionError) -> Value {
        var reader = YAMLReader(limits: Self.limits, expandsMergeKeys: false)
        reader.repeatedKeys = .lastCounts
        do {
            guard let node = try reader.firstDocument(in: bytes, file: "values") else { return .null }
            return try value(node)
        } catch let error as YAMLError {
            throw FunctionError("error converting YAML to JSON: yaml: " + Self.text(error))
        } catch let error as FunctionError {
            throw FunctionError("error converting YAML to JSON: " + error.message)
        } catch {
            throw FunctionError("error converting YAML to JSON: \(error)")
        }
    }

    /// The text of yaml.v2, a port of the same parser, which counts lines in its own way.
    private static func text(_ error: YAMLError) -> String {
        guard let fault = error.parserFault, !fault.problem.isEmpty else {
            if error.code == .yamlUnknownAlias, let anchor = error.message.split(separator: "*").last {
                return "unknown anchor '\(anchor.prefix { $0 != " " })' referenced"
            }
            return error.message
        }
        var line = fault.problemLine
        if line == 0 {
            line = fault.contextLine
        } else if fault.isOfScanner {
            line += 1
        }
        return (line == 0 ? "" : "line \(line): ") + fault.problem
    }

    private func value(_ node: Node) throws(FunctionError) -> Value {
        switch node.content {
        case .scalar(let scalar): return try self.scalar(scalar, tag: node.tag)
        case .sequence(let items):
            var elements: [Value] = []
            elements.reserveCapacity(items.count)
            for item in items { elements.append(try value(item).contained) }
            return .list(elements)
        case .mapping(let mapping):
            var entries: [ByteString: Value] = [:]
            entries.reserveCapacity(mapping.count)
            try add(mapping, to: &entries)
            return .map(MapValue(entries))
        }
    }

    /// Entries in their order, so that a merge key replaces what stands before it, as in yaml.v2.
    private func add(_ mapping: Mapping, to entries: inout [ByteString: Value]) throws(FunctionError) {
        for entry in mapping.entries {
            if let scalar = entry.key.scalar, scalar.isPlain, scalar.text == "<<" {
                try merge(entry.value, into: &entries)
            } else {
                entries[try key(entry.key)] = try value(entry.value).contained
            }
        }
    }

    private func merge(_ node: Node, into entries: inout [ByteString: Value]) throws(FunctionError) {
        switch node.content {
        case .mapping(let mapping): try add(mapping, to: &entries)
        case .sequence(let items):
            for item in items.reversed() {
                guard case .mapping(let mapping) = item.content else { throw Self.mergeFault }
                try add(mapping, to: &entries)
            }
        case .scalar: throw Self.mergeFault
        }
    }

    private static let mergeFault = FunctionError("yaml: map merge requires map or sequence of maps as the value")

    private func key(_ node: Node) throws(FunctionError) -> ByteString {
        guard let scalar = node.scalar else {
            throw FunctionError("yaml: invalid map key: \(GoFormat.sprintf("%#v", [try value(node)]))")
        }
        let asWritten = YAMLValueReader(numbers: .asWritten)
        switch try asWritten.scalar(scalar, tag: node.tag) {
        case .string(let text): return text
        case .bool(let flag): return flag ? "true" : "false"
        case .integer(let number, _): return ByteString(String(number))
        case .unsigned(let number, _): return ByteString(String(number))
        case .float(let number): return GoFormat.sprintf("%v", [.float(number)])
        default: return "null"
        }
    }

    private func scalar(_ scalar: Scalar, tag: String?) throws(FunctionError) -> Value {
        let schema = ScalarSchema.kubernetes
        switch schema.kind(of: scalar, tag: tag) {
        case .null: return .null
        case .bool: return .bool(schema.bool(scalar.text) ?? false)
        case .string: return .string(ByteString(scalar.text))
        case .integer:
            if numbers == .asWritten, let number = schema.integer(scalar.text) { return .int64(Int64(number)) }
            return .float(schema.double(scalar.text) ?? 0)
        case .float:
            let number = schema.double(scalar.text) ?? 0
            guard number.isFinite else {
                let text = number.isNaN ? "NaN" : number < 0 ? "-Inf" : "+Inf"
                throw FunctionError("json: unsupported value: \(text)")
            }
            return .float(number)
        }
    }
}

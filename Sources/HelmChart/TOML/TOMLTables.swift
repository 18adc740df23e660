import GoTemplate

/// The tables of a document while it is read, and which of them may still be added to.
struct TOMLTables {
    let root = MapValue()
    /// The names of the table whose keys are read.
    var context: [ByteString] = []
    private var key: ByteString?
    private let prefix: String
    /// Tables that exist only since keys below them were named, by their whole names.
    private var implicit: Set<[ByteString]> = []
    /// Arrays that tables add themselves to.
    private var arrays: Set<[ByteString]> = []

    init(prefix: String = "") {
        self.prefix = prefix
    }

    /// The name of the key at hand as messages have it.
    var currentName: String {
        let name = Self.name(key.map { context + [$0] } ?? context)
        return prefix.isEmpty ? name : name.isEmpty ? prefix : prefix + "." + name
    }

    private static func name(_ key: [ByteString]) -> String {
        key.map { part in
            let isBare = !part.bytes.isEmpty && part.bytes.allSatisfy(TOMLCharacter.isBareKey)
            return isBare ? part.text : GoFormat.quote(part).text
        }.joined(separator: ".")
    }

    mutating func closeKey() { key = nil }

    mutating func leave() {
        context = []
        key = nil
    }

    /// The table of a name; tables on the way are made.
    private mutating func table(_ names: [ByteString], at line: Int) throws(TOMLFault) -> MapValue {
        var map = root
        for (index, name) in names.enumerated() {
            let path = Array(names[...index])
            switch map[name] {
            case nil:
                let inner = MapValue()
                map[name] = .map(inner)
                implicit.insert(path)
                map = inner
            case .map(let inner): map = inner
            case .list(let list) where arrays.contains(path):
                guard case .map(let last) = list.elements.last else { return map }
                map = last
            default:
                throw TOMLFault(message: "Key '\(Self.name(path))' was already created as a hash.", line: line)
            }
        }
        return map
    }

    /// A table's header.
    mutating func open(_ key: [ByteString], isArray: Bool, at line: Int) throws(TOMLFault) {
        guard let last = key.last else { return }
        let parent = try table(Array(key.dropLast()), at: line)
        context = Array(key.dropLast())
        let name = Self.name(key)
        if isArray {
            switch parent[last] {
            case nil: parent[last] = .list([.map(MapValue())])
            case .list(var list) where arrays.contains(key):
                list.elements.append(.map(MapValue()))
                parent[last] = .list(list)
            default:
                throw TOMLFault(
                    message: "Key '\(name)' was already created and cannot be used as an array.",
                    line: line
                )
            }
            arrays.insert(key)
            // What was said of the tables of the previous element does not hold of this one's.
            implicit = implicit.filter { !$0.starts(with: key) }
        } else if parent[last] == nil {
            parent[last] = .map(MapValue())
        } else if implicit.remove(key) == nil {
            throw TOMLFault(message: "Key '\(name)' has already been defined.", line: line)
        }
        context = key
    }

    /// A key, whose last part becomes the current one.
    mutating func enter(_ parts: [ByteString], at line: Int) throws(TOMLFault) {
        guard let last = parts.last else { return }
        key = last
        let path = context + parts.dropLast()
        _ = try table(path, at: line)
        context = path
    }

    /// The value of the current key.
    mutating func set(_ value: Value, at line: Int) throws(TOMLFault) {
        guard let key else { return }
        let map = try table(context, at: line)
        guard map[key] == nil else {
            throw TOMLFault(message: "Key '\(Self.name(context + [key]))' has already been defined.", line: line)
        }
        map[key] = value
    }
}

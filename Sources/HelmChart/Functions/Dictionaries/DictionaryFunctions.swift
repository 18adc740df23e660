import GoTemplate

extension FunctionTheme {
    /// Functions that make dictionaries, change them and look into them.
    ///
    /// Helm's `keys` and `values` answer in an order of chance; here it is that of the keys, so that renderings
    /// repeat.
    package static let dictionaries = FunctionTheme { _ in
        var table = FunctionTable()
        table["dict"] = .variadic(DictionaryParts.make)
        addAccess(to: &table)
        addSelection(to: &table)
        addMerging(to: &table)
        table["deepCopy"] = .typed { (value: Value) in
            if value.isNil { throw FunctionError.reflectionOnNil }
            return try DeepCopy.copy(value)
        }
        table["mustDeepCopy"] = table["deepCopy"]
        table["dig"] = .variadic(DictionaryParts.dig)
        return table
    }

    private static func addAccess(to table: inout FunctionTable) {
        table["get"] = .typed { (map: MapValue?, key: ByteString) in map?[key] ?? .string(ByteString()) }
        table["hasKey"] = .typed { (map: MapValue?, key: ByteString) in map?[key] != nil }
        table["set"] = .typed { (map: MapValue?, key: ByteString, value: Value) in
            guard let map else { throw FunctionError.nilMapWrite }
            map[key] = value.contained
            return map
        }
        table["unset"] = .typed { (map: MapValue?, key: ByteString) in
            guard let map else { return MapValue.absent(.map) }
            map[key] = nil
            return map
        }
    }

    private static func addSelection(to table: inout FunctionTable) {
        table["keys"] = .variadic { (maps: [MapValue?]) in
            ListValue.strings(maps.flatMap { $0?.sortedKeys ?? [] })
        }
        table["values"] = .typed { (map: MapValue?) in
            guard let map else { return ListValue([]) }
            return map.sortedKeys.compactMap { map[$0] }.asList
        }
        table["pluck"] = .variadic { (key: ByteString, maps: [MapValue?]) in maps.compactMap { $0?[key] }.asList }
        table["pick"] = .variadic { (map: MapValue?, keys: [ByteString]) in
            let wanted = Set(keys)
            return MapValue(map?.entries.filter { wanted.contains($0.key) } ?? [:])
        }
        table["omit"] = .variadic { (map: MapValue?, keys: [ByteString]) in
            let unwanted = Set(keys)
            return MapValue(map?.entries.filter { !unwanted.contains($0.key) } ?? [:])
        }
    }

    private static func addMerging(to table: inout FunctionTable) {
        for (name, overwrites) in [("merge", false), ("mergeOverwrite", true)] {
            let must = ByteString("must" + name.prefix(1).uppercased() + name.dropFirst())
            table[must] = .variadic { (map: MapValue?, sources: [MapValue?]) in
                try Merging(overwrites: overwrites).merge(map, sources)
            }
            table[ByteString(name)] = .variadic { (map: MapValue?, sources: [MapValue?]) in
                do throws(FunctionError) {
                    return Value.map(try Merging(overwrites: overwrites).merge(map, sources))
                } catch {
                    guard error == Merging.differentTypes else { throw error }
                    return Value.string(ByteString())
                }
            }
        }
    }
}

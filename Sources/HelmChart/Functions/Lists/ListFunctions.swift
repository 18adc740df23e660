import GoTemplate

extension FunctionTheme {
    /// Functions that make lists, take parts of them and look into them.
    package static let lists = FunctionTheme { _ in
        var table = FunctionTable()
        table["list"] = .variadic { (values: [Value]) in values.asList }
        table["tuple"] = table["list"]
        addGrowing(to: &table)
        addParts(to: &table)
        addFiltering(to: &table)
        for (name, twin) in twins { table[twin] = table[name] }
        return table
    }

    /// Functions whose `must` form does the same: the others panic instead of returning an error, which templates
    /// cannot tell apart.
    private static let twins: [(ByteString, ByteString)] = [
        ("append", "mustAppend"), ("append", "push"), ("append", "mustPush"), ("prepend", "mustPrepend"),
        ("first", "mustFirst"), ("last", "mustLast"), ("rest", "mustRest"), ("initial", "mustInitial"),
        ("reverse", "mustReverse"), ("slice", "mustSlice"), ("chunk", "mustChunk"), ("compact", "mustCompact"),
        ("uniq", "mustUniq"), ("without", "mustWithout"), ("has", "mustHas"),
    ]

    private static func addGrowing(to table: inout FunctionTable) {
        table["append"] = .typed { (list: Value, value: Value) in
            try (list.elements { "Cannot push on type \($0)" } + [value]).asList
        }
        table["prepend"] = .typed { (list: Value, value: Value) in
            try ([value] + list.elements { "Cannot prepend on type \($0)" }).asList
        }
        table["concat"] = .variadic { (lists: [Value]) in
            var all: [Value] = []
            for list in lists {
                all += try list.elements { "Cannot concat type \($0) as list" }
                try ResultLimit.checkList(all.count)
            }
            return all.isEmpty ? ListValue.absent : all.asList
        }
    }

    private static func addParts(to table: inout FunctionTable) {
        table["first"] = .typed { (list: Value) in
            try list.elements { "Cannot find first on type \($0)" }.first ?? .null
        }
        table["last"] = .typed { (list: Value) in
            try list.elements { "Cannot find last on type \($0)" }.last ?? .null
        }
        table["rest"] = .typed { (list: Value) in
            let elements = try list.elements { "Cannot find rest on type \($0)" }
            return elements.isEmpty ? ListValue.absent : Array(elements.dropFirst()).asList
        }
        table["initial"] = .typed { (list: Value) in
            let elements = try list.elements { "Cannot find initial on type \($0)" }
            return elements.isEmpty ? ListValue.absent : Array(elements.dropLast()).asList
        }
        table["reverse"] = .typed { (list: Value) in
            Array(try list.elements { "Cannot find reverse on type \($0)" }.reversed()).asList
        }
        table["slice"] = .variadic(ListParts.slice)
        table["chunk"] = .typed(ListParts.chunk)
    }

    private static func addFiltering(to table: inout FunctionTable) {
        table["compact"] = .typed { (list: Value) in
            try list.elements { "Cannot compact on type \($0)" }.filter { !$0.isEmpty }.asList
        }
        table["uniq"] = .typed { (list: Value) in
            try ListParts.distinct(list.elements { "Cannot find uniq on type \($0)" }).asList
        }
        table["without"] = .variadic { (list: Value, unwanted: [Value]) in
            try list.elements { "Cannot find without on type \($0)" }
                .filter { try !unwanted.contains(equalTo: $0) }.asList
        }
        table["has"] = .typed { (value: Value, list: Value) in
            if list.isNil { return false }
            return try list.elements { "Cannot find has on type \($0)" }.contains(equalTo: value)
        }
    }
}

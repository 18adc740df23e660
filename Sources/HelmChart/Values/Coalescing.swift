import GoTemplate

/// Fills the gaps of given values with the defaults of a chart and the charts in it.
///
/// Helm's rules, with their oddities: a null deletes a default, global values flow down with precedence for those of
/// the parent, a table is never replaced by a scalar of a lower layer. Helm 4.2 also drops the nulls of defaults.
struct Coalescing {
    var version: HelmVersion
    /// Whether nulls stay, so that they still work when values are coalesced again.
    var keepsNulls = false

    private static let globalKey: ByteString = "global"

    /// `values` with the defaults of `chart`; the arguments do not change.
    func values(_ values: MapValue, for chart: ActiveChart) throws(ChartError) -> MapValue {
        let result = ValueTables.copy(values)
        try coalesce(chart, into: result)
        return result
    }

    private func coalesce(_ chart: ActiveChart, into target: MapValue) throws(ChartError) {
        addDefaults(of: chart, to: target)
        for sub in chart.dependencies {
            let key = ByteString(sub.name)
            if target[key] == nil { target[key] = .map(MapValue()) }
            guard let table = ValueTables.table(target[key]) else {
                let found = GoFormat.sprintf("%t", [target[key]?.unwrapped ?? .null])
                throw ChartError(.values, "type mismatch on \(sub.name): \(found)")
            }
            passGlobals(from: target, to: table)
            try coalesce(sub, into: table)
        }
    }

    private func passGlobals(from parent: MapValue, to child: MapValue) {
        guard let target = globals(of: child), let source = globals(of: parent) else { return }
        for (key, value) in source.entries {
            if let table = ValueTables.table(value) {
                let copy = MapValue(table.entries)
                switch target[key] {
                case nil: target[key] = .map(copy)
                case .map(let existing)? where existing.type == .map:
                    Coalescing(version: version, keepsNulls: true).join(copy, with: existing)
                    target[key] = .map(copy)
                default: continue
                }
            } else if ValueTables.table(target[key]) == nil {
                target[key] = value
            }
        }
        child[Self.globalKey] = .map(target)
    }

    /// The table of global values, a new one if there is none; nil if something else is there.
    private func globals(of values: MapValue) -> MapValue? {
        guard let value = values[Self.globalKey] else { return MapValue() }
        return ValueTables.table(value)
    }

    private func addDefaults(of chart: ActiveChart, to target: MapValue) {
        let defaults = ValueTables.copy(chart.values)
        for (key, value) in defaults.entries {
            guard let existing = target[key] else {
                add(value, to: target, as: key)
                continue
            }
            if existing.isNil, !keepsNulls {
                target.entries[key] = nil
            } else if let table = ValueTables.table(existing), let source = ValueTables.table(value) {
                var inner = self
                inner.keepsNulls = keepsNulls || chart.dependencies.contains { ByteString($0.name) == key }
                if inner.dropsNullDefaults { Self.dropNulls(of: source) }
                inner.join(table, with: source)
            }
        }
    }

    private func add(_ value: Value, to target: MapValue, as key: ByteString) {
        if dropsNullDefaults {
            if value.isNil { return }
            if let table = ValueTables.table(value) { Self.dropNulls(of: table) }
        }
        target[key] = value
    }

    private var dropsNullDefaults: Bool { !keepsNulls && version == .v4 }

    private static func dropNulls(of table: MapValue) {
        for (key, value) in table.entries {
            if value.isNil {
                table.entries[key] = nil
            } else if let inner = ValueTables.table(value) {
                dropNulls(of: inner)
            }
        }
    }

    /// Fills the gaps of `target` with `source`, which is used up.
    func join(_ target: MapValue, with source: MapValue) {
        let set = Set(source.entries.filter { !$0.value.isNil }.keys)
        for (key, value) in target.entries where value.isNil { source[key] = .nilInterface }
        for (key, value) in source.entries {
            guard let existing = target[key] else {
                target[key] = value
                continue
            }
            if !keepsNulls, existing.isNil, set.contains(key) {
                target.entries[key] = nil
            } else if let inner = ValueTables.table(value), let table = ValueTables.table(existing) {
                join(table, with: inner)
            }
        }
    }
}

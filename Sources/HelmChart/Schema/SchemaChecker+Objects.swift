import GoTemplate

extension SchemaChecker {
    /// The keywords on maps.
    func checkObject(
        _ map: MapValue,
        _ value: Value,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated,
        _ findings: inout [SchemaFinding]
    ) {
        let node = scope.node
        checkCount(map.entries.count, node.propertyCount, "Properties", &findings)
        let missing = node.required.filter { map[$0] == nil }
        if !missing.isEmpty {
            let noun = missing.count == 1 ? "property" : "properties"
            findings.append(fault("missing \(noun) \(SchemaText.quoted(missing))"))
        }
        for (property, dependency) in node.dependencies where map[property] != nil {
            switch dependency {
            case .properties(let names): checkDependency(property, names, map, &findings)
            case .schema(let node): findings += checkSame(value, node, scope, &unevaluated).map { [$0] } ?? []
            }
        }
        checkProperties(map, scope, &unevaluated, &findings)
        if let names = node.propertyNames {
            for name in map.sortedKeys {
                let checker = SchemaChecker()
                guard let finding = checker.finding(.string(name), names) else { continue }
                let causes = if case .group = finding.kind { finding.causes } else { [finding] }
                findings.append(
                    SchemaFinding(
                        path: [],
                        kind: .fault("invalid propertyName \(SchemaText.quoted(name))"),
                        causes: causes
                    )
                )
            }
        }
        for (property, node) in node.dependentSchemas where map[property] != nil {
            findings += checkSame(value, node, scope, &unevaluated).map { [$0] } ?? []
        }
        for (property, names) in node.dependentRequired where map[property] != nil {
            checkDependency(property, names, map, &findings)
        }
    }

    private func checkDependency(
        _ property: ByteString,
        _ names: [ByteString],
        _ map: MapValue,
        _ findings: inout [SchemaFinding]
    ) {
        let missing = names.filter { map[$0] == nil }
        if missing.isEmpty { return }
        let (needed, given) = (SchemaText.quoted(missing), SchemaText.quoted(property))
        findings.append(fault("properties \(needed) required, if \(given) exists"))
    }

    private func checkProperties(
        _ map: MapValue,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated,
        _ findings: inout [SchemaFinding]
    ) {
        let node = scope.node
        var additional: [ByteString] = []
        for name in map.sortedKeys {
            guard let value = map[name] else { continue }
            var isEvaluated = false
            if let schema = node.properties[name] {
                isEvaluated = true
                findings += checkInner(value, name, schema, scope).map { [$0] } ?? []
            }
            for (pattern, schema) in node.patternProperties where (try? pattern.matches(name)) == true {
                isEvaluated = true
                findings += checkInner(value, name, schema, scope).map { [$0] } ?? []
            }
            if !isEvaluated, let rule = node.additionalProperties {
                isEvaluated = true
                switch rule {
                case .flag(true): break
                case .flag(false): additional.append(name)
                case .schema(let schema):
                    findings += checkInner(value, name, schema, scope).map { [$0] } ?? []
                }
            }
            if isEvaluated { unevaluated.properties.remove(name) }
        }
        if !additional.isEmpty {
            findings.append(fault("additional properties \(SchemaText.quoted(additional)) not allowed"))
        }
    }
}

import Diagnostics
import YAMLTree

/// Merges a later file over earlier ones, and a service over the one that it extends
/// (Compose Specification, "Merge and override").
///
/// Mappings are merged key by key, sequences appended, and other values replaced, unless a rule says otherwise. A null in
/// the later file changes nothing, except for keys that are replaced.
struct Merge {
    /// A way to merge two values of one key.
    enum Rule {
        /// The later value stands alone.
        case replace
        /// Both become lists of `KEY=VALUE`, appended.
        case pairs
        /// Like `pairs`, without the entries that are there already.
        case hosts
        /// A text becomes a mapping with the key, and mappings are merged.
        case mapping(of: String)
        /// A list of names becomes a mapping, and mappings are merged.
        case names
        /// A list of services becomes a mapping with the default condition, and mappings are merged.
        case dependencies
        /// Options are merged only for the same driver.
        case logging
        /// Mappings replace each other's keys, numbers replace each other.
        case limit
        /// Entries for the same subnet are merged.
        case subnets
    }

    static let rules: PathTable<Rule> = [
        "networks.*.ipam.config": .subnets,
        "networks.*.labels": .pairs,
        "volumes.*.labels": .pairs,
        "services.*.annotations": .pairs,
        "services.*.build": .mapping(of: "context"),
        "services.*.build.args": .pairs,
        "services.*.build.additional_contexts": .pairs,
        "services.*.build.extra_hosts": .hosts,
        "services.*.build.labels": .pairs,
        "services.*.command": .replace,
        "services.*.depends_on": .dependencies,
        "services.*.deploy.labels": .pairs,
        "services.*.dns": .pairs,
        "services.*.dns_opt": .pairs,
        "services.*.dns_search": .pairs,
        "services.*.entrypoint": .replace,
        "services.*.env_file": .pairs,
        "services.*.label_file": .pairs,
        "services.*.environment": .pairs,
        "services.*.extra_hosts": .hosts,
        "services.*.healthcheck.test": .replace,
        "services.*.labels": .pairs,
        "services.*.logging": .logging,
        "services.*.models": .names,
        "services.*.networks": .names,
        "services.*.sysctls": .pairs,
        "services.*.tmpfs": .pairs,
        "services.*.ulimits.*": .limit,
    ]

    /// Merges `later` over `base`, two documents.
    static func merge(_ later: Node, onto base: inout Node, _ context: LoadingContext) {
        var path = NodePath()
        merge(later, onto: &base, rules.root, &path, context)
    }

    /// Merges `later` over `base`, the nodes at `path` of two documents.
    static func merge(_ later: Node, onto base: inout Node, at path: NodePath, _ context: LoadingContext) {
        var path = path
        merge(later, onto: &base, rules.position(of: path), &path, context)
    }

    private typealias Position = PathTable<Rule>.Position

    private static func merge(
        _ later: Node,
        onto base: inout Node,
        _ position: Position?,
        _ path: inout NodePath,
        _ context: LoadingContext
    ) {
        if let position, let rule = rules.row(position) {
            apply(rule, later, onto: &base, position, &path, context)
            return
        }
        if later.isNull() { return }
        switch (base.content, later.content) {
        case (.mapping, .mapping(let mapping)): mergeEntries(mapping, onto: &base, position, &path, context)
        case (.sequence(var items), .sequence(let more)):
            base.content = .sequence([])
            items.append(contentsOf: more)
            base.content = .sequence(items)
        case (.mapping, _), (.sequence, _):
            context.invalid(
                .composeMerge,
                "\(later.kindDescription()) cannot be merged over \(base.kindDescription())"
                    + (base.location.map { " in \($0)" } ?? ""),
                at: later.location,
                path: path,
                remedy: "Use the same form in both, or replace the value with the tag !override."
            )
        case (.scalar, _): base = later
        }
    }

    private static func mergeEntries(
        _ later: Mapping,
        onto base: inout Node,
        _ position: Position?,
        _ path: inout NodePath,
        _ context: LoadingContext
    ) {
        guard case .mapping(var mapping) = base.content else { return }
        base.content = .sequence([])
        for entry in later.entries {
            guard let index = mapping.position(of: entry.name) else {
                mapping.append(entry)
                continue
            }
            let next = position.flatMap { rules.step($0, key: entry.name) }
            path.elements.append(.key(entry.name))
            mapping.modifyValue(at: index) { merge(entry.value, onto: &$0, next, &path, context) }
            path.elements.removeLast()
        }
        base.content = .mapping(mapping)
    }

    // MARK: Rules

    private static func apply(
        _ rule: Rule,
        _ later: Node,
        onto base: inout Node,
        _ position: Position,
        _ path: inout NodePath,
        _ context: LoadingContext
    ) {
        var later = later
        switch rule {
        case .replace: base = later
        case .limit: base = later.isNull() ? base : later
        case .pairs: base = .sequence(entries(base) + entries(later), location: later.location ?? base.location)
        case .hosts:
            let known = entries(base)
            var texts = Set(known.compactMap(\.text))
            let added = entries(later).filter { !$0.isScalarIn(texts) }
            texts.removeAll()
            base = .sequence(known + added, location: later.location ?? base.location)
        case .subnets: base = subnets(base, later, position, &path, context)
        case .logging:
            if let own = base["driver"], let other = later["driver"], own != other {
                base = later
            } else if let mapping = later.mapping, base.mapping != nil {
                mergeEntries(mapping, onto: &base, position, &path, context)
            } else if !later.isNull() {
                base = later
            }
        case .mapping(let key):
            Shorthand.mapping(of: key)(&base, path, context)
            Shorthand.mapping(of: key)(&later, path, context)
            mergeMappings(later, onto: &base, position, &path, context)
        case .names:
            Shorthand.names(&base, path, context)
            Shorthand.names(&later, path, context)
            mergeMappings(later, onto: &base, position, &path, context)
        case .dependencies:
            if base.sequence != nil { Shorthand.dependencies(&base, path, context) }
            if later.sequence != nil { Shorthand.dependencies(&later, path, context) }
            mergeMappings(later, onto: &base, position, &path, context)
        }
    }

    private static func mergeMappings(
        _ later: Node,
        onto base: inout Node,
        _ position: Position,
        _ path: inout NodePath,
        _ context: LoadingContext
    ) {
        guard !later.isNull() else { return }
        guard base.mapping != nil, let mapping = later.mapping else {
            base = later
            return
        }
        mergeEntries(mapping, onto: &base, position, &path, context)
    }

    /// The list of `KEY=VALUE` for a mapping, in the order of the texts; a list itself; a text as a list of one.
    static func entries(_ node: Node) -> [Node] {
        switch node.content {
        case .sequence(let items): return items
        case .scalar: return node.string() == nil ? [] : [node]
        case .mapping(let mapping):
            var entries: [(text: String, node: Node)] = []
            for entry in mapping.entries {
                for value in entry.value.sequence ?? [entry.value] {
                    let text = value.printed.map { "\(entry.name)=\($0)" } ?? entry.name
                    entries.append((text, .string(text, location: value.location ?? entry.key.location)))
                }
            }
            return entries.sorted { $0.text < $1.text }.map(\.node)
        }
    }

    private static func subnets(
        _ base: Node,
        _ later: Node,
        _ position: Position,
        _ path: inout NodePath,
        _ context: LoadingContext
    ) -> Node {
        guard let originals = base.sequence, let overrides = later.sequence else {
            return later.isNull() ? base : later
        }
        var merged = originals
        for override in overrides {
            let subnet = override["subnet"]?.text
            if let index = merged.firstIndex(where: { $0["subnet"]?.text == subnet }), let mapping = override.mapping {
                mergeEntries(mapping, onto: &merged[index], nil, &path, context)
            } else {
                merged.append(override)
            }
        }
        return .sequence(merged, location: later.location)
    }
}

extension Node {
    fileprivate func isScalarIn(_ texts: Set<String>) -> Bool { text.map(texts.contains) ?? false }
}

import GoTemplate

/// Merging of dictionaries as the library mergo does it, which changes the destination in place.
///
/// Without overwriting, entries of the destination that are empty or missing are filled. With it, entries of the
/// source win, even empty ones. Dictionaries on both sides are merged entry by entry; a dictionary that the
/// destination does not have is shared with the source, not copied.
struct Merging {
    var overwrites: Bool

    static let differentTypes = FunctionError("src and dst must be of same type")

    /// Merges the sources into `destination`, one after the other. A nil destination is made if there is anything to
    /// put in.
    func merge(_ destination: MapValue?, _ sources: [MapValue?]) throws(FunctionError) -> MapValue {
        guard let destination = destination ?? (sources.contains { $0 != nil } ? MapValue() : nil) else {
            return .absent(.map)
        }
        var walk = ValueWalk()
        for case let source? in sources where source !== destination {
            try merge(source, into: destination, depth: 0, &walk)
        }
        return destination
    }

    private func merge(
        _ source: MapValue,
        into destination: MapValue,
        depth: Int,
        _ walk: inout ValueWalk
    ) throws(FunctionError) {
        try walk.enter(source.entries.count, depth: depth)
        for (key, value) in source.entries {
            let present = destination[key]
            if value.isNil {
                if overwrites { destination[key] = value }
                continue
            }
            switch (present, value) {
            case (.map(let inner)?, .map(let new)):
                if inner !== new { try merge(new, into: inner, depth: depth + 1, &walk) }
                if inner.entries.isEmpty { destination[key] = value }
                continue
            case (.object(let object)?, .map) where object.type.kind == .ptr && !overwrites:
                throw Self.differentTypes
            default:
                break
            }
            if overwrites || present.map({ !$0.isTrue }) ?? true { destination[key] = value }
        }
    }
}

extension Obstacle {
    /// Whether the caller does not mind the obstacle, and a plan can be made all the same.
    func isTolerated(by tolerated: Set<Obstacle.Kind>) -> Bool { kind.isTolerable && tolerated.contains(kind) }
}

extension [Obstacle] {
    /// Each obstacle once, at its first place. O(n).
    var unique: [Obstacle] {
        var seen: Set<Obstacle> = []
        return filter { seen.insert($0).inserted }
    }

    /// The obstacles in spite of which no plan can be made.
    var absolute: [Obstacle] { filter { !$0.kind.isTolerable } }
}

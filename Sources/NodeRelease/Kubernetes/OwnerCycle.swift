import Diagnostics
import KubeModel

/// Circles of owners, which a server would never build and a walk would never leave.
enum OwnerCycle {
    /// The first object that owns itself over others; nil when there is none. O(n).
    static func first(among objects: [AnyKubernetesObject]) -> Finding? {
        var positions: [String: Int] = [:]
        for (index, object) in objects.enumerated() {
            if let uid = object.metadata.uid { positions[uid] = index }
        }
        let owner = objects.map { object in
            object.metadata.ownerReferences.first { $0.controller == true }.flatMap { positions[$0.uid] }
        }
        // Each object has at most one controller. A walk marks what it passes with its number, and has found a circle when it
        // meets its own.
        var walks = [Int](repeating: -1, count: objects.count)
        for start in objects.indices {
            var next: Int? = start
            while let current = next, walks[current] == -1 {
                walks[current] = start
                next = owner[current]
            }
            if let current = next, walks[current] == start { return finding(objects[current]) }
        }
        return nil
    }

    private static func finding(_ object: AnyKubernetesObject) -> Finding {
        Finding(
            .releaseCyclicOwners,
            .invalid,
            "the \(object.groupVersionKind.kind) is, over its owners, its own owner",
            remedy: "Use the objects as a server lists them.",
            location: object.location,
            path: "metadata.ownerReferences"
        )
    }
}

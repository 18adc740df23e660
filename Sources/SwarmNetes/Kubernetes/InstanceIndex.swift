import KubeModel
import OrderedCollections

/// Finds the workloads whose instances a selector matches, without asking each workload.
struct InstanceIndex {
    private struct Label: Hashable {
        let key: String
        let value: String
    }

    private let instances: [(workload: String, labels: OrderedDictionary<String, String>)]
    private var positions: [Label: [Int]] = [:]

    init(_ instances: [(workload: String, labels: OrderedDictionary<String, String>)]) {
        self.instances = instances
        for (position, instance) in instances.enumerated() {
            for (key, value) in instance.labels {
                positions[Label(key: key, value: value), default: []].append(position)
            }
        }
    }

    /// The workloads in order; none for an empty selector, which a Service uses to say that others fill in its addresses.
    func workloads(matching selector: OrderedDictionary<String, String>) -> [String] {
        let candidates = selector.map { positions[Label(key: $0, value: $1)] ?? [] }
        guard let rarest = candidates.min(by: { $0.count < $1.count }) else { return [] }
        let matcher = LabelSelector(matchLabels: selector)
        return rarest.filter { matcher.matches(instances[$0].labels) }.map { instances[$0].workload }
    }
}

import Diagnostics
import KubeModel
import NodeRelease
import Testing

@Suite struct KubernetesEligibilityTests {
    private static let owned = Cluster.node("a") + "---\n" + Cluster.node("b")

    @Test(arguments: [
        ("labels: {node-role.kubernetes.io/control-plane: \"\"}", "control-plane"),
        ("labels: {node-role.kubernetes.io/etcd: \"true\"}", "control-plane"),
        ("annotations: {karpenter.sh/do-not-disrupt: \"true\"}", "do-not-disrupt"),
        ("annotations: {cluster-autoscaler.kubernetes.io/scale-down-disabled: \"true\"}", "scale-down-disabled"),
        ("annotations: {delay-deletion.cluster-autoscaler.kubernetes.io/x: \"true\"}", "deletion-delayed"),
        ("deletionTimestamp: \"2026-02-01T00:00:00Z\"", "already-released"),
    ])
    func marksOfNodesAreObstacles(_ extra: String, _ obstacle: String) throws {
        let objects = try Cluster.read(Cluster.node("a", extra: extra) + "---\n" + Cluster.node("b"))
        let inventory = try KubernetesInventory(objects)
        #expect(inventory.obstacles(of: "a") == [obstacle])
        #expect(inventory.obstacles(of: "b") == [])
    }

    @Test func unreadyUnversionedAndTaintedNodesAreNotReleased() throws {
        let objects = try Cluster.read(
            """
            apiVersion: v1
            kind: Node
            metadata: {name: a}
            spec: {taints: [{key: ToBeDeletedByClusterAutoscaler, effect: NoSchedule, value: "1"}]}
            """
        )
        #expect(try KubernetesInventory(objects).obstacles(of: "a") == ["unready", "already-released", "unversioned"])
    }

    @Test(arguments: [
        ("annotations: {karpenter.sh/do-not-disrupt: \"true\"}", "", ["do-not-disrupt (shop/p)"]),
        (
            "annotations: {cluster-autoscaler.kubernetes.io/safe-to-evict: \"false\"}", "",
            ["not-safe-to-evict (shop/p)"]
        ),
        ("", "volumes: [{name: scratch, emptyDir: {}}]", ["local-storage (shop/p)"]),
        ("", "volumes: [{name: host, hostPath: {path: /data}}]", ["local-storage (shop/p)"]),
        ("", "volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]", []),
        (
            "annotations: {cluster-autoscaler.kubernetes.io/safe-to-evict: \"true\"}",
            "volumes: [{name: scratch, emptyDir: {}}]", []
        ),
        (
            "annotations: {cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes: \"x,scratch\"}",
            "volumes: [{name: scratch, emptyDir: {}}]", []
        ),
    ])
    func podsAreObstacles(_ extra: String, _ spec: String, _ obstacles: [String]) throws {
        let objects = try Cluster.read(Self.owned + Cluster.pod("p", on: "a", extra: extra, spec: spec))
        #expect(try KubernetesInventory(objects).obstacles(of: "a") == obstacles)
    }

    @Test func barePodsAreObstaclesAndDaemonsAreNot() throws {
        let bare = try KubernetesInventory(
            try Cluster.read(Self.owned + Cluster.pod("p", on: "a", owner: ""))
        )
        #expect(bare.obstacles(of: "a") == ["bare-pod (shop/p)"])
        let tolerant = bare.candidates(after: [], tolerating: [.barePod])
        #expect(tolerant.count(where: \.isEligible) == tolerant.count)
        let inventory = try KubernetesInventory(try Cluster.small())
        #expect(inventory.obstacles(of: "a") == [])
        let candidate = try #require(inventory.candidates.first)
        #expect(candidate.load == 2 && candidate.cost == 2)
        #expect(candidate.used == 4 * 256 << 20 && candidate.capacity == 4 << 30)
    }

    @Test func aBudgetWithoutDisruptionsLeftIsAnObstacle() throws {
        let pods = Self.owned + Cluster.pod("w1", on: "a") + Cluster.pod("w2", on: "b")
        let exhausted = try KubernetesInventory(try Cluster.read(pods + Cluster.budget("min", allowed: 0)))
        #expect(exhausted.obstacles(of: "a") == ["budget-exhausted (shop/min)"])
        let one = try KubernetesInventory(try Cluster.read(pods + Cluster.budget("min", allowed: 1)))
        #expect(one.obstacles(of: "a") == [] && one.obstacles(of: "b") == [])
        // The release of one node uses the budget up for the other, which is also the last.
        #expect(one.obstacles(of: "b", after: ["a"]) == ["last-node", "budget-exhausted (shop/min)"])
    }

    @Test func budgetsLetPodsGoThatDoNotServe() throws {
        let ready = "conditions: [{type: Ready, status: \"True\"}]"
        let pods = (Self.owned + Cluster.pod("w1", on: "a")).replacing(
            "  startTime: \"2026-02-01T00:00:00Z\"\n  " + ready,
            with: "  conditions: []"
        )
        let allowing = try Cluster.read(pods + Cluster.budget("min", allowed: 0))
        #expect(try KubernetesInventory(allowing).obstacles(of: "a") == [])
        let strict = try Cluster.read(
            pods + Cluster.budget("min", allowed: 0).replacing("currentHealthy: 3", with: "currentHealthy: 1")
        )
        #expect(try KubernetesInventory(strict).obstacles(of: "a") == ["budget-exhausted (shop/min)"])
        let always = try Cluster.read(
            pods
                + Cluster.budget("min", allowed: 0, extra: ", unhealthyPodEvictionPolicy: AlwaysAllow")
                .replacing("currentHealthy: 3", with: "currentHealthy: 1")
        )
        #expect(try KubernetesInventory(always).obstacles(of: "a") == [])
    }

    @Test func twoBudgetsForOnePodCannotBeTolerated() throws {
        let objects = try Cluster.read(
            Self.owned + Cluster.pod("w", on: "a") + Cluster.budget("one", allowed: 2)
                + Cluster.budget("two", allowed: 2)
        )
        let inventory = try KubernetesInventory(objects)
        #expect(inventory.obstacles(of: "a") == ["ambiguous-budget (shop/w)"])
        let all = Set(Obstacle.Kind.allCases)
        #expect(inventory.candidates(after: [], tolerating: all).first?.isEligible == false)
        #expect(throws: ReleaseError(.obstructed([Obstacle(.ambiguousBudget, "shop/w")]), node: "a")) {
            try inventory.plan(releasing: "a")
        }
    }

    @Test func theLastNodeKeepsItsPods() throws {
        let cordoned = Cluster.node("b", spec: "{unschedulable: true}")
        let objects = try Cluster.read(Cluster.node("a") + "---\n" + cordoned + Cluster.pod("w", on: "a"))
        #expect(try KubernetesInventory(objects).obstacles(of: "a") == ["last-node"])
    }

    @Test(
        arguments: [
            ("", 3, nil, []),
            ("", 3, 2, ["unsettled-workload (shop/web)"]),
            ("", 2, nil, ["would-stop-workload (shop/web)"]),
            (
                """
                ---
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web, namespace: shop}
                spec: {maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
                """, 3, nil, ["autoscaled-workload (shop/web)"]
            ),
        ] as [(String, Int, Int?, [String])]
    )
    func scalingDownNeedsAWorkloadThatCanBeScaled(
        _ extra: String,
        _ replicas: Int,
        _ ready: Int?,
        _ obstacles: [String]
    ) throws {
        let pods = Cluster.pod("w1", on: "a") + Cluster.pod("w2", on: "a")
        let text = Self.owned + pods + Cluster.deployment(replicas: replicas, ready: ready) + extra
        let inventory = try KubernetesInventory(try Cluster.read(text), method: .scaleDown)
        #expect(inventory.obstacles(of: "a") == obstacles)
    }

    @Test func scalingDownDoesNotWorkForStatefulSets() throws {
        let owner = "{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: uid-db, controller: true}"
        let objects = try Cluster.read(Self.owned + Cluster.pod("db-0", on: "a", owner: owner))
        let inventory = try KubernetesInventory(objects, method: .scaleDown)
        #expect(inventory.obstacles(of: "a") == ["unscalable-workload (shop/db-0)"])
    }
}

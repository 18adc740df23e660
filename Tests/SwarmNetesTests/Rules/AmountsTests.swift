import ComposeModel
import KubeModel
import OrchestrationIR
import OrderedCollections
@testable import SwarmNetes
import Testing

@Suite struct AmountsTests {
    @Test(
        arguments: [
            (0.5, "500m"), (2, "2"), (0.25, "250m"), (1.5, "1500m"), (0.001, "1m"), (0.0001, "1m"), (0.0125, "13m"),
        ] as [(Double, String)]
    ) func processorTime(_ cpus: Double, _ quantity: String) throws {
        let service = ComposeModel.Service(image: "app", cpus: cpus)
        let amounts = ResourceAmounts(limitsOf: service)
        #expect(try #require(amounts.kubernetes["cpu"]).description == quantity)
    }

    @Test(
        arguments: [
            (52_428_800, "50Mi"), (1 << 30, "1Gi"), (1000, "1000"), (123_456_789, "123456789"), (1536, "1536"),
        ] as [(Int64, String)]
    ) func memory(_ bytes: Int64, _ quantity: String) throws {
        let amounts = ResourceAmounts(memoryBytes: bytes)
        let list = amounts.kubernetes
        #expect(try Int64(#require(list["memory"]).units) == bytes)
        #expect(ResourceAmounts(list) == amounts)
    }

    @Test func zeroAndNegativeProcessorTimeIsNone() {
        for cpus in [0, -1, Double.nan, .infinity, 1e12] {
            #expect(ResourceAmounts(limitsOf: ComposeModel.Service(image: "app", cpus: cpus)).nanoCPUs == nil)
        }
    }

    @Test func otherResourcesAreKept() {
        let list: OrderedDictionary<String, Quantity> = [
            "cpu": .milli(250), "nvidia.com/gpu": Quantity("1"),
            "ephemeral-storage": Quantity("2Gi"),
        ]
        #expect(ResourceAmounts(list).kubernetes == list)
        #expect(ResourceAmounts(list).others.keys == ["nvidia.com/gpu", "ephemeral-storage"])
    }

    @Test(arguments: ["9e18", "-5", "1e30", "99999999999Ei", "1n"]) func extremeQuantitiesDoNotOverflow(_ text: String)
    {
        guard let quantity = Quantity(text) else { return }
        _ = ResourceAmounts(["cpu": quantity, "memory": quantity]).kubernetes
    }

    @Test func deployWinsOverTheKeysBesideIt() {
        var service = ComposeModel.Service(image: "app", cpus: 2)
        service.deploy = Deploy(resources: Resources(limits: ResourceLimits(cpus: 1)))
        #expect(ResourceAmounts(limitsOf: service).nanoCPUs == 1_000_000_000)
    }
}

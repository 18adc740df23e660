import OrderedCollections
@testable import SwarmNetes
import Testing

@Suite struct InstanceIndexTests {
    private static let index = InstanceIndex([
        ("web", ["app": "shop", "track": "stable"]), ("canary", ["app": "shop", "track": "canary"]),
        ("db", ["app": "db"]), ("bare", [:]),
    ])

    @Test(
        arguments: [
            (["app": "shop"], ["web", "canary"]), (["app": "shop", "track": "canary"], ["canary"]),
            (["track": "canary", "app": "shop"], ["canary"]), (["app": "none"], []), ([:], []),
            (["app": "db", "track": "stable"], []),
        ] as [(OrderedDictionary<String, String>, [String])]
    )
    func selectors(_ selector: OrderedDictionary<String, String>, _ workloads: [String]) {
        #expect(Self.index.workloads(matching: selector) == workloads)
    }
}

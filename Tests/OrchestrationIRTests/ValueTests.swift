import OrderedCollections
import OrchestrationIR
import Testing

@Suite struct ValueTests {
    @Test func attachmentsAreFoundBySystemAndSubject() {
        let attachments = [
            Attachment("kubernetes", subject: "kind", text: "ReplicaSet"),
            Attachment("compose", subject: "kind", text: "other"),
            Attachment("kubernetes", subject: "kind", text: "second"),
        ]
        #expect(attachments["kubernetes", "kind"] == "ReplicaSet")
        #expect(attachments["compose", "kind"] == "other")
        #expect(attachments["compose", "labels"] == nil)
    }

    @Test(arguments: [
        (ResourceAmounts(), true), (ResourceAmounts(nanoCPUs: 1), false), (ResourceAmounts(memoryBytes: 0), false),
        (ResourceAmounts(processes: 1), false), (ResourceAmounts(others: ["gpu": "1"]), false),
    ]) func amounts(_ amounts: ResourceAmounts, _ isEmpty: Bool) {
        #expect(amounts.isEmpty == isEmpty)
    }

    @Test(arguments: [
        (Placement(), true), (Placement(constraints: [NodeConstraint(.hostname, .exists)]), false),
        (Placement(spread: [.label("zone")]), false),
    ]) func placements(_ placement: Placement, _ isEmpty: Bool) {
        #expect(placement.isEmpty == isEmpty)
    }

    @Test func assetsOfOneNameDifferByConfidentiality() {
        let plain = Asset(name: "a", confidentiality: .plain)
        let secret = Asset(name: "a", confidentiality: .secret)
        #expect(plain.id != secret.id && plain.id == AssetID("a", .plain))
    }
}

import Testing

@testable import ComposeModel

struct NearestNameTests {
    private let names = ServiceTable.service.names

    @Test(arguments: [
        ("enviroment", "environment"), ("Image", "image"), ("container-name", "container_name"),
        ("containerName", "container_name"), ("depends-on", "depends_on"), ("dependson", "depends_on"),
        ("prots", "ports"), ("port", "ports"), ("volume", "volumes"), ("commnad", "command"),
        ("healtcheck", "healthcheck"),
        ("restrat", "restart"), ("entry_point", "entrypoint"), ("imag", "image"), ("mem_limits", "mem_limit"),
    ])
    func findsWhatWasMeant(_ written: String, _ meant: String) {
        #expect(NearestName.suggestion(for: written, among: names) == meant)
    }

    @Test(arguments: ["", "zzz", "wrongField", "qwertyuiop", "é", "日本語"])
    func findsNothing(_ written: String) {
        #expect(NearestName.suggestion(for: written, among: names) == nil)
    }

    @Test func longKeysCostNothing() {
        #expect(NearestName.suggestion(for: String(repeating: "image", count: 1_000_000), among: names) == nil)
    }
}

import Testing

@Suite struct CopyCommandTests {
    private let run: Transload

    init() throws { run = Transload(folder: try TemporaryFolder()) }

    @Test(
        arguments: [
            ["copy", "oci:in:1"], ["copy", "Not A Reference", "oci:out:1"],
            ["copy", "oci:in:1", "oci:out:1", "--streams", "0"],
            ["copy", "oci:in:1", "oci:out:1", "--platform", "linux"],
            ["copy", "oci:in:1", "oci:out:1", "--tls-cert", "a.pem"],
        ])
    func wrongUsageIs2(arguments: [String]) async throws {
        #expect(try await run(arguments).status == 2)
    }

    @Test func aFolderThatIsNoLayoutIsSaidSo() async throws {
        let outcome = try await run("copy", "oci:in:1", "oci:out:1")
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("'in' is no OCI layout"))
    }
}

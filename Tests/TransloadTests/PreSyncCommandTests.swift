import Testing

@Suite struct PreSyncCommandTests {
    private let run: Transload

    init() throws { run = Transload(folder: try TemporaryFolder()) }

    @Test(
        arguments: [
            [], ["--from", "a.example.com"], ["--to", "a.example.com", "--from", "a.example.com"],
            ["--from", "a.example.com", "--to", "b.example.com", "--versions", ">="],
            ["--from", "a.example.com", "--to", "b.example.com", "--window", "22-6"],
            ["--from", "a.example.com", "--to", "b.example.com", "--shard", "3/3"],
            ["--from", "a.example.com", "--to", "b.example.com", "--newest", "0"],
            ["--from", "a.example.com", "--to", "b.example.com", "--early", "soon"],
            ["--from", "a.example.com", "--to", "b.example.com", "--manifests"],
            ["--from", "a.example.com", "--to", "b.example.com", "--listen", "here"],
            ["--from", "a.example.com", "--to", "b.example.com", "--once", "--listen", "127.0.0.1:5999"],
        ])
    func wrongUsageIs2(arguments: [String]) async throws {
        #expect(try await run(["presync"] + arguments).status == 2)
    }

    @Test func aSourceThatCannotBeReachedIsSaid() async throws {
        let outcome = try await run(
            "presync",
            "--from",
            "127.0.0.1:1",
            "--plain-http",
            "127.0.0.1:1",
            "--to",
            "127.0.0.1:2",
            "--once",
            "--log-format",
            "json"
        )
        #expect(outcome.status == 1)
        #expect(outcome.error.contains(#""level":"warning""#))
        #expect(outcome.error.contains("127.0.0.1:1"))
    }

    @Test func aJournalThatCannotBeWrittenIsSaid() async throws {
        let outcome = try await run(
            "presync",
            "--from",
            "127.0.0.1:1",
            "--to",
            "127.0.0.1:2",
            "--once",
            "--journal",
            "no/such/folder/journal"
        )
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("the journal cannot be used"))
    }

    @Test func itsObjectsAreValidAndHoldItsArguments() async throws {
        let folder = try TemporaryFolder()
        let run = Transload(folder: folder)
        let outcome = try await run(
            [
                "presync", "--from", "a.example.com", "--to=b.example.com", "--repository", "team/**", "--listen",
                ":5999",
                "--authorization-file", "secrets/hook", "--tls-ca=ca.crt", "--journal", "here", "--manifests",
                "--image",
                "registry.example.com/transload:1", "--replicas", "3",
            ]
        )
        #expect(outcome.status == 0, "\(outcome.error)")
        for part in [
            "image: registry.example.com/transload:1", "replicas: 3", "- $(SHARD)/3", "- /etc/transload/hook",
            "- /etc/transload/ca.crt", "- /var/lib/transload/presync.journal", "- team/**", "clusterIP: None",
        ] {
            #expect(outcome.output.contains(part), "\(part)")
        }
        #expect(!outcome.output.contains("secrets/hook"))
        #expect(!outcome.output.contains("--manifests"))
        try folder.write("out.yaml", outcome.output)
        let verdict = try await run("validate", "-f", "out.yaml")
        #expect(verdict.status == 0, "\(verdict.output)")
    }
}

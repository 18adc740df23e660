import Testing

/// `transload template` and `transload package`.
@Suite struct ChartCommandTests {
    private let folder: TemporaryFolder
    private let run: Transload

    init() throws {
        folder = try TemporaryFolder()
        run = Transload(folder: folder)
        try folder.write("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.2.3\n")
        try folder.write("shop/values.yaml", "replicas: 1\nimage: {tag: \"1.27\"}\n")
        try folder.write(
            "shop/templates/web.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {{ .Release.Name }}
              annotations: {checksum: {{ sha256sum .Values.image.tag }}}
            spec:
              replicas: {{ .Values.replicas }}
              image: nginx:{{ required "a tag is needed" .Values.image.tag }}

            """
        )
    }

    @Test func rendersWithTheValuesOfFilesAndFlags() async throws {
        try folder.write("mine.yaml", "replicas: 2\n")
        let outcome = try await run(
            ["template", "shop", "--release-name", "demo", "-f", "mine.yaml", "--set", "image.tag=1.28"]
        )
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.hasPrefix("---\n# Source: shop/templates/web.yaml\napiVersion: apps/v1\n"))
        #expect(outcome.output.contains("name: demo\n"))
        #expect(outcome.output.contains("replicas: 2\n"))
        #expect(outcome.output.contains("image: nginx:1.28\n"))
    }

    @Test func aFaultOfATemplateIsSaidAsHelmSaysIt() async throws {
        let outcome = try await run("template", "shop", "--set", "image.tag=")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains("execution error at (shop/templates/web.yaml:8:18): a tag is needed"))
    }

    @Test(
        arguments: [
            ["template", "nowhere"], ["template", "shop", "-f", "nowhere.yaml"],
            ["template", "shop", "--set", "a[b]=1"],
            ["package", "nowhere"], ["template", "mine"],
        ])
    func whatCannotBeReadIsAnError(arguments: [String]) async throws {
        try folder.write("mine", "no archive")
        let outcome = try await run(arguments)
        #expect(outcome.status == 1)
        #expect(outcome.error.hasPrefix("error: "))
    }

    @Test(arguments: [["template"], ["template", "shop", "--helm-version", "2"], ["package"]])
    func wrongUsageIs2(arguments: [String]) async throws {
        #expect(try await run(arguments).status == 2)
    }

    @Test func anArchiveRendersAsItsFolderDoes() async throws {
        let packed = try await run("package", "shop", "--destination", "out")
        #expect(packed.status == 0, "\(packed.error)")
        #expect(packed.output == "out/shop-1.2.3.tgz\n")
        let outcomes = [
            try await run("template", "shop", "--reproducible"),
            try await run("template", "out/shop-1.2.3.tgz", "--reproducible"),
        ]
        #expect(outcomes[0].status == 0)
        #expect(outcomes[0].output == outcomes[1].output)
    }
}

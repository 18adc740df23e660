import Testing
import transload

@Suite struct ManifestFileNamesTests {
    @Test func namesAreUniquePlainAndInTheFolder() {
        var names = ManifestFileNames()
        let objects: [(String, String, String?)] = [
            ("web", "Deployment", nil), ("web", "Service", nil), ("web", "Deployment", "prod"),
            ("Web", "deployment", nil),
            ("web", "Deployment", "prod"), ("../../etc/passwd", "Secret", nil), (".", "..", "."), ("ü", "X", nil),
        ]
        #expect(
            objects.map { names.name(for: $0.0, kind: $0.1, namespace: $0.2) } == [
                "web-deployment.yaml", "web-service.yaml", "prod-web-deployment.yaml", "web-deployment-2.yaml",
                "web-deployment-3.yaml", "etc-passwd-secret.yaml", "object-object.yaml", "object-x.yaml",
            ]
        )
    }
}

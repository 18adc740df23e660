// Converts a Compose project to Kubernetes manifests, in memory.

import ComposeModel
import KubeModel
import SwarmNetes

let files = InMemoryFileSource([
    "/shop/compose.yaml": """
    services:
      web:
        image: nginx:1.27
        ports: ["8080:80"]
        cpu_shares: 512
    """
])
let manifests = try ComposeLoader().load(["/shop/compose.yaml"], from: files)
    .flatMap(ComposeToKubernetes().convert)

print(ManifestStream().write(manifests.value), terminator: "")
for finding in manifests.report.findings { print(finding) }

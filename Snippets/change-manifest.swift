// Changes one field of a manifest; all else stays as it was.

import KubeModel

let text = """
    kind: Deployment
    apiVersion: apps/v1
    metadata:
      name: "web"
      creationTimestamp: null
    spec:
      replicas: 1
      notYetKnown: kept
    """

let stream = ManifestStream()
var objects = try stream.read(text, file: "web.yaml").value
for index in objects.indices {
    guard var deployment = objects[index].as(Deployment.self) else { continue }
    deployment.spec.replicas = 3
    objects[index] = AnyKubernetesObject(deployment)
}
print(stream.write(objects), terminator: "")

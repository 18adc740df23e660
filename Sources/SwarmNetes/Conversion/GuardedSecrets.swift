public import Diagnostics
import KubeModel
import OrderedCollections

extension FindingCode {
    /// A value of a Secret is not base64.
    public static let secretNotBase64: FindingCode = "kubernetes.secret-not-base64"
    /// Values of a Secret are left out, because they would stand in plain sight.
    public static let secretWithheld: FindingCode = "kubernetes.secret-withheld"
}

/// Objects in a form whose Secrets have their contents in one place, and what was changed for that.
///
/// Contents of Secrets go into files of their own and nowhere else: what a project notes on its objects is for everyone
/// who may read the project.
struct GuardedSecrets {
    /// The annotation in which kubectl keeps a copy of what was applied.
    private static let copy = "kubectl.kubernetes.io/last-applied-configuration"

    private(set) var objects: [AnyKubernetesObject]
    private(set) var findings: [Finding] = []

    init(_ objects: [AnyKubernetesObject]) {
        self.objects = objects
        for index in objects.indices where objects[index].groupVersionKind.kind == "Secret" { guardSecret(at: index) }
    }

    private mutating func guardSecret(at index: Int) {
        let key = ObjectKey(objects[index])
        if objects[index].metadata.annotations[Self.copy] != nil {
            objects[index].metadata.annotations[Self.copy] = nil
            add(
                .secretWithheld,
                .dropped,
                "the annotation \(Self.copy) has a copy of the values and is left out",
                remedy: "Nothing is to be done; kubectl makes it anew.",
                index,
                path: "\(key).metadata.annotations[\"\(Self.copy)\"]"
            )
        }
        guard var secret = objects[index].as(KubeModel.Secret.self) else { return }
        for (name, text) in secret.data where Base64.decode(text) == nil {
            secret.data[name] = Base64.encode(Array(text.utf8))
            add(
                .secretNotBase64,
                .decisionNeeded,
                "the value of \(name) in the Secret \(key.name) is not base64; it is taken as it stands",
                remedy: "Encode it, or give it under stringData.",
                index,
                path: "\(key).data.\(name)"
            )
        }
        for (name, text) in secret.stringData { secret.data[name] = Base64.encode(Array(text.utf8)) }
        secret.stringData = [:]
        objects[index] = AnyKubernetesObject(secret)
    }

    private mutating func add(
        _ code: FindingCode,
        _ severity: Finding.Severity,
        _ message: String,
        remedy: String,
        _ index: Int,
        path: String
    ) {
        findings.append(
            Finding(code, severity, message, remedy: remedy, location: objects[index].location, path: path)
        )
    }
}

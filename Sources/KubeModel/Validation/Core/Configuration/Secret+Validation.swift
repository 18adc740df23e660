import Diagnostics
import OrderedCollections
import YAMLTree

extension Secret: ValidatedKind {
    func validate(_ field: Field) {
        let type = type.orDefault("Opaque")
        let field = (object: field, data: field["data"])
        var size = 0
        for (key, value) in data where stringData[key] == nil {
            size += field.data.key(key).base64(value)
        }
        for value in stringData.values { size += value.utf8.count }
        for key in names { field.data.key(key).syntax(key, .configKey, "the key") }
        if size > ConfigMap.sizeLimit { field.data.tooLong(ConfigMap.sizeLimit) }

        switch type {
        case "kubernetes.io/service-account-token":
            let account = "kubernetes.io/service-account.name"
            field.object["metadata"]["annotations"].key(account).requiredText(metadata.annotations[account])
        case "kubernetes.io/dockercfg": validateJSON(".dockercfg", field.data)
        case "kubernetes.io/dockerconfigjson": validateJSON(".dockerconfigjson", field.data)
        case "kubernetes.io/basic-auth":
            if !names.contains("username"), !names.contains("password") {
                require(["username", "password"], field.data)
            }
        case "kubernetes.io/ssh-auth":
            if value("ssh-privatekey")?.isEmpty ?? true { field.data.key("ssh-privatekey").required() }
        case "kubernetes.io/tls": require(["tls.crt", "tls.key"].filter { !names.contains($0) }, field.data)
        default: break
        }
    }

    /// The keys of both fields.
    private var names: Set<String> { Set(data.keys).union(stringData.keys) }

    /// The bytes of a key; text that is written plainly takes precedence.
    private func value(_ key: String) -> [UInt8]? {
        stringData[key].map { Array($0.utf8) } ?? data[key].map { Base64.decode($0) ?? [] }
    }

    private func require(_ keys: [String], _ field: Field) {
        for key in keys {
            field.key(key).required("is needed for secrets of this type", remedy: "Add the key, or change the type.")
        }
    }

    private func validateJSON(_ key: String, _ field: Field) {
        guard let bytes = value(key) else { return require([key], field) }
        let document = try? JSONReader().document(in: bytes, file: "value")
        if document?.mapping == nil, document?.isNull() != true { field.key(key).invalid("must hold a JSON object") }
    }

    func validate(replacing old: Secret, _ field: Field) {
        field["type"].immutable(type.orDefault("Opaque"), old.type.orDefault("Opaque"))
        guard old.immutable == true else { return }
        let remedy = "Delete the object and make another, or use another name."
        if immutable != true { field["immutable"].forbidden("the old object is immutable", remedy: remedy) }
        if names != old.names || names.contains(where: { value($0) != old.value($0) }) {
            field["data"].forbidden("the old object is immutable", remedy: remedy)
        }
    }
}

extension ServiceAccount: ValidatedKind {
    func validate(_ field: Field) {}
}

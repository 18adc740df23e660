import OrderedCollections

extension ConfigMap: ValidatedKind {
    /// The size of all values of a config map or secret.
    static let sizeLimit = 1024 * 1024

    func validate(_ field: Field) {
        var size = 0
        for (key, value) in data {
            field["data"].key(key).syntax(key, .configKey, "the key")
            if binaryData[key] != nil { field["data"].key(key).invalid("the key is in binaryData as well") }
            size += value.utf8.count
        }
        for (key, value) in binaryData {
            let field = field["binaryData"].key(key)
            field.syntax(key, .configKey, "the key")
            size += field.base64(value)
        }
        if size > ConfigMap.sizeLimit { field.tooLong(ConfigMap.sizeLimit) }
    }

    func validate(replacing old: ConfigMap, _ field: Field) {
        guard old.immutable == true else { return }
        let reason = "the old object is immutable"
        let remedy = "Delete the object and make another, or use another name."
        if immutable != true { field["immutable"].forbidden(reason, remedy: remedy) }
        if data != old.data { field["data"].forbidden(reason, remedy: remedy) }
        if binaryData != old.binaryData { field["binaryData"].forbidden(reason, remedy: remedy) }
    }
}

extension Field {
    /// Bytes as text (base64).
    ///
    /// - Returns: How many bytes the text holds.
    @discardableResult
    func base64(_ text: String) -> Int {
        guard let bytes = Base64.decode(text) else {
            invalid("must be base64", remedy: "Encode the value, or use a field for plain text.")
            return 0
        }
        return bytes.count
    }
}

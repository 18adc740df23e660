public import Diagnostics

extension FindingCode {
    /// A field that the kind needs is absent or empty.
    public static let kubernetesRequired: FindingCode = "kubernetes.required"
    /// The value of a field breaks a rule of its kind.
    public static let kubernetesInvalid: FindingCode = "kubernetes.invalid"
    /// A field has none of the values that it may have.
    public static let kubernetesNotSupported: FindingCode = "kubernetes.not-supported"
    /// A field must not be set here.
    public static let kubernetesForbidden: FindingCode = "kubernetes.forbidden"
    /// A value that must occur once occurs again.
    public static let kubernetesDuplicate: FindingCode = "kubernetes.duplicate"
    /// A value is too long.
    public static let kubernetesTooLong: FindingCode = "kubernetes.too-long"
    /// A list or map has too many entries.
    public static let kubernetesTooMany: FindingCode = "kubernetes.too-many"
    /// A field refers to something that the object does not have.
    public static let kubernetesNotFound: FindingCode = "kubernetes.not-found"
}

/// The classes of errors that the API server has. Messages never repeat values, which may be secret.
extension Field {
    /// The field is absent or empty.
    func required(_ detail: String = "a value is required", remedy: String? = nil) {
        add(.kubernetesRequired, detail, remedy ?? "Set the field.")
    }

    /// The value breaks a rule.
    func invalid(_ detail: String, remedy: String? = nil) {
        add(.kubernetesInvalid, detail, remedy ?? "Change the value accordingly.")
    }

    /// The value is not one of those that the field may have.
    func notSupported(_ supported: [String]) {
        add(.kubernetesNotSupported, "the value is not supported", "Use one of: \(supported.joined(separator: ", ")).")
    }

    /// The field must not be set.
    func forbidden(_ detail: String, remedy: String? = nil) {
        add(.kubernetesForbidden, detail, remedy ?? "Remove the field.")
    }

    /// The value occurred before.
    func duplicate(_ detail: String = "the value occurs more than once", remedy: String? = nil) {
        add(.kubernetesDuplicate, detail, remedy ?? "Remove one of the two, or make them differ.")
    }

    /// The value is longer than `limit` bytes.
    func tooLong(_ limit: Int) {
        add(.kubernetesTooLong, "the value is longer than \(limit) bytes", "Shorten it.")
    }

    /// There are more than `limit` entries.
    func tooMany(_ limit: Int) {
        add(.kubernetesTooMany, "there are more than \(limit) entries", "Remove some.")
    }

    /// What the field names does not exist.
    func notFound(_ what: String, remedy: String? = nil) {
        add(.kubernetesNotFound, "there is no \(what) of this name", remedy ?? "Correct the name, or add the \(what).")
    }

    private func add(_ code: FindingCode, _ message: String, _ remedy: String) {
        report.add(code, message, remedy: remedy, at: path)
    }
}

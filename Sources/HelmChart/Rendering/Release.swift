/// The release that a chart is rendered for.
public struct Release: Sendable, Hashable {
    /// What happens to the release.
    public enum Operation: Sendable, Hashable {
        /// It is installed for the first time.
        case install
        /// It replaces an older revision.
        case upgrade
    }

    /// The name.
    public var name: String
    /// The namespace.
    public var namespace: String
    /// What happens to the release.
    public var operation: Operation
    /// The number of the revision.
    public var revision: Int

    /// Creates a release. The defaults are those of `helm template`.
    public init(
        name: String = "release-name",
        namespace: String = "default",
        operation: Operation = .install,
        revision: Int = 1
    ) {
        self.name = name
        self.namespace = namespace
        self.operation = operation
        self.revision = revision
    }

    /// Fails if the name cannot be part of the names of objects.
    func validate() throws(ChartError) {
        guard name.isEmpty || name.utf8.count > 53 || !Self.isValid(name) else { return }
        let reason =
            name.isEmpty
            ? "no name provided"
            : "invalid release name, must match regex "
                + #"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$ "#
                + "and the length must not be longer than 53"
        throw ChartError(.release, "release name check failed: " + reason)
    }

    private static func isValid(_ name: String) -> Bool {
        name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.first, let last = part.last else { return false }
            return isAlphanumeric(first) && isAlphanumeric(last)
                && part.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

/// A version of Kubernetes, as far as rules depend on it: `1.32`.
public struct KubernetesVersion: Sendable, Hashable, Comparable {
    /// The major version.
    public var major: Int
    /// The minor version.
    public var minor: Int

    /// Creates a version.
    public init(_ major: Int, _ minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// The version whose rules count unless another is named.
    public static let usual = KubernetesVersion(1, 32)

    /// Orders by major version, then minor.
    public static func < (lhs: KubernetesVersion, rhs: KubernetesVersion) -> Bool {
        (lhs.major, lhs.minor) < (rhs.major, rhs.minor)
    }
}

extension KubernetesVersion: LosslessStringConvertible {
    /// Reads `1.32`, `v1.32` and `1.32.4`; nil for anything else.
    public init?(_ description: String) {
        let digits = description.hasPrefix("v") ? description.dropFirst() : description[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard 2...3 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(ASCII.isDigit) }),
            let major = Int(parts[0]), let minor = Int(parts[1])
        else { return nil }
        self.init(major, minor)
    }

    /// `1.32`.
    public var description: String { "\(major).\(minor)" }
}

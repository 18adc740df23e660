/// The name of a kind of object: API group, version and kind, such as `apps`, `v1`, `Deployment`.
public struct GroupVersionKind: Sendable, Hashable, CustomStringConvertible {
    /// The API group; empty for the core group.
    public var group: String
    /// The version within the group, such as `v1` or `v1beta1`.
    public var version: String
    /// The kind in upper camel case.
    public var kind: String

    /// Creates a name from its parts.
    public init(group: String, version: String, kind: String) {
        self.group = group
        self.version = version
        self.kind = kind
    }

    /// Creates a name from the fields `apiVersion` and `kind` of an object.
    public init(apiVersion: String, kind: String) {
        if let slash = apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")) {
            self.group = String(apiVersion[..<slash])
            self.version = String(apiVersion[apiVersion.index(after: slash)...])
        } else {
            self.group = ""
            self.version = apiVersion
        }
        self.kind = kind
    }

    /// The value of the field `apiVersion`: `group/version`, or the version alone in the core group.
    public var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

    /// The API version and the kind, such as `apps/v1 Deployment`.
    public var description: String { "\(apiVersion) \(kind)" }
}

extension GroupVersionKind: Comparable {
    /// Orders by group, then kind, then version.
    public static func < (lhs: GroupVersionKind, rhs: GroupVersionKind) -> Bool {
        (lhs.group, lhs.kind, lhs.version) < (rhs.group, rhs.kind, rhs.version)
    }
}

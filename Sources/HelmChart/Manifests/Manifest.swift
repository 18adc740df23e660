/// A document that a template wrote.
public struct Manifest: Sendable, Hashable {
    /// The path of the template, such as `shop/charts/db/templates/service.yaml`.
    public var source: String
    /// The text, as the template wrote it but for white space around it.
    public var bytes: [UInt8]
    /// The `apiVersion` of the object, or nothing.
    public var apiVersion: String
    /// The `kind` of the object, or nothing.
    public var kind: String
    /// The name of the object, or nothing.
    public var name: String

    /// The text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// `---`, a comment with the source, and the text: the form in which manifests stand in a stream.
    var block: [UInt8] {
        Array("---\n# Source: \(source)\n".utf8) + bytes + [UInt8(ascii: "\n")]
    }
}

/// A manifest that is not part of the release, but run at a point of its life.
public struct Hook: Sendable, Hashable {
    /// When a hook is run.
    public enum Event: String, Sendable, Hashable, CaseIterable {
        /// Before the objects of a new release are made.
        case preInstall = "pre-install"
        /// After they are made.
        case postInstall = "post-install"
        /// Before a release is deleted.
        case preDelete = "pre-delete"
        /// After a release is deleted.
        case postDelete = "post-delete"
        /// Before a release is changed.
        case preUpgrade = "pre-upgrade"
        /// After a release is changed.
        case postUpgrade = "post-upgrade"
        /// Before a release goes back to an older revision.
        case preRollback = "pre-rollback"
        /// After a release went back.
        case postRollback = "post-rollback"
        /// When the user tests the release.
        case test
    }

    /// The document.
    public var manifest: Manifest
    /// When it is run.
    public var events: [Event]
    /// Its place among the hooks of an event; lower ones are run first.
    public var weight: Int
    /// When the objects of the hook are deleted, as the annotation says.
    public var deletePolicies: [String]

    /// Whether it is run when the user tests the release.
    public var isTest: Bool { events.contains(.test) }
}

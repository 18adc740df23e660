import Diagnostics
import YAMLTree

/// Reads what registries post when something happens to an image: the forms of distribution, Harbor, Alibaba's registry and
/// zot, recognised by their shape.
///
/// What is about no image, or has a name that breaks the grammar, gives no event: the next sweep would find an image in any
/// case.
public struct NotificationReader: Sendable {
    /// The client whose own pushes are no events, by the beginning of its `User-Agent`.
    static let ownAgent = "transload"
    /// How many events one message may hold.
    private static let eventLimit = 10_000

    /// Creates a reader.
    public init() {}

    /// The events of a message.
    ///
    /// - Parameters:
    ///   - bytes: The body.
    ///   - type: The type of the event where the headers tell it and not the body (`ce-type` of CloudEvents).
    ///   - id: Likewise its name (`ce-id`).
    /// - Returns: The events in the order of the message.
    /// - Throws: ``NotificationError`` if it is no JSON object, or one of no known form.
    public func events(in bytes: [UInt8], type: String? = nil, id: String? = nil) throws(NotificationError)
        -> [ImageEvent]
    {
        let root: Node
        do {
            root = try JSONReader().document(in: bytes, file: SourceFile("notification"))
        } catch {
            throw .notJSON
        }
        guard root.mapping != nil else { throw .notJSON }
        if let events = root["events"]?.sequence { return events.prefix(Self.eventLimit).compactMap(distribution) }
        if let type = type ?? root["type"]?.string() {
            if type.hasPrefix("zotregistry.") { return zot(root, type, id ?? root["id"]?.string()) }
            if root["event_data"] != nil { return harbor(root, type) }
        }
        if let push = root["push_data"] { return alibaba(root, push) }
        throw .unknownForm
    }

    /// One event of the CNCF's distribution, `application/vnd.docker.distribution.events.v1+json` and `v2+json`.
    private func distribution(_ event: Node) -> ImageEvent? {
        guard let target = event["target"], let repository = repository(target["repository"]),
            event["request"]?["useragent"]?.string()?.hasPrefix(Self.ownAgent) != true
        else { return nil }
        let id = event["id"]?.string()
        let tag = target["tag"]?.string().flatMap { try? Tag($0) }
        switch event["action"]?.string() {
        case "push", "mount":
            if let tag { return ImageEvent(id: id, repository, .tag(tag)) }
            let type = MediaType(rawValue: target["mediaType"]?.string() ?? "")
            guard !type.isManifest, let digest = digest(target["digest"]) else { return nil }
            let size = (target["size"] ?? target["length"])?.text.flatMap { Int64($0) }
            return ImageEvent(id: id, repository, .blob(digest, size: max(0, size ?? 0)))
        case "delete": return tag.map { ImageEvent(id: id, repository, .untagged($0)) }
        default: return nil
        }
    }

    private func harbor(_ root: Node, _ type: String) -> [ImageEvent] {
        let isDeletion = type == "DELETE_ARTIFACT"
        guard isDeletion || type == "PUSH_ARTIFACT", let data = root["event_data"],
            let repository = repository(data["repository"]?["repo_full_name"])
        else { return [] }
        return (data["resources"]?.sequence ?? []).prefix(Self.eventLimit).compactMap { resource in
            guard let tag = resource["tag"]?.string().flatMap({ try? Tag($0) }) else { return nil }
            return ImageEvent(repository, isDeletion ? .untagged(tag) : .tag(tag))
        }
    }

    private func alibaba(_ root: Node, _ push: Node) -> [ImageEvent] {
        guard let repository = repository(root["repository"]?["repo_full_name"]),
            let tag = push["tag"]?.string().flatMap({ try? Tag($0) })
        else { return [] }
        return [ImageEvent(repository, .tag(tag))]
    }

    /// CloudEvents of zot: the data stand below `data`, or are the body.
    private func zot(_ root: Node, _ type: String, _ id: String?) -> [ImageEvent] {
        let data = root["data"] ?? root
        guard let repository = repository(data["name"]),
            let tag = data["reference"]?.string().flatMap({ try? Tag($0) })
        else { return [] }
        switch type {
        case "zotregistry.image.updated": return [ImageEvent(id: id, repository, .tag(tag))]
        case "zotregistry.image.deleted": return [ImageEvent(id: id, repository, .untagged(tag))]
        default: return []
        }
    }

    private func repository(_ node: Node?) -> RepositoryName? { node?.string().flatMap { try? RepositoryName($0) } }

    private func digest(_ node: Node?) -> Digest? { node?.string().flatMap { try? Digest($0) } }
}

/// Why a message of a registry cannot be used.
public enum NotificationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// It is no JSON object.
    case notJSON
    /// It has none of the forms that are known.
    case unknownForm

    /// One sentence.
    public var description: String {
        switch self {
        case .notJSON: "the message is no JSON object"
        case .unknownForm: "the message has none of the forms of distribution, Harbor, Alibaba's registry or zot"
        }
    }
}

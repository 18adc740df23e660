/// How a repository is called at the destination.
public struct NameRewriting: Sendable, Hashable {
    /// What is taken off the front of a source's name, such as a namespace; names that do not begin with it stay.
    public var removedPrefix: RepositoryName?
    /// What is put in front, such as the organisation of the destination's account.
    public var addedPrefix: RepositoryName?
    /// What joins the parts of a name into one, for registries whose names have two levels at most (Huawei SWR, Alibaba ACR,
    /// Tencent TKE); nil leaves slashes alone.
    public var flattening: Flattening?

    /// What stands between the parts instead of a slash. A plain dash could make two names one: `a-b/c` and `a/b-c`.
    @frozen public enum Flattening: String, Sendable, Hashable, CaseIterable {
        /// `a/b` becomes `a-b`.
        case dash = "-"
        /// `a/b` becomes `a_b`.
        case underscore = "_"
        /// `a/b` becomes `a.b`.
        case dot = "."
        /// `a/b` becomes `a__b`.
        case doubleUnderscore = "__"
    }

    /// Leaves names as they are.
    public init() {}

    /// The destination's name of a source's repository.
    ///
    /// - Throws: ``ReferenceError`` if the parts together are no repository.
    public func destination(of repository: RepositoryName) throws(ReferenceError) -> RepositoryName {
        var path = repository.path[...]
        if let removedPrefix, path.hasPrefix(removedPrefix.path + "/") {
            path = path.dropFirst(removedPrefix.path.count + 1)
        }
        var text = String(path)
        if let flattening { text = path.split(separator: "/").joined(separator: flattening.rawValue) }
        if let addedPrefix { text = "\(addedPrefix.path)/\(text)" }
        return try RepositoryName(text)
    }
}

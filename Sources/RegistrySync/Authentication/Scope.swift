/// What a token allows, in the words of Docker's token specification: `repository:NAME:pull,push`.
struct Scope: Sendable, Hashable, Comparable, CustomStringConvertible {
    var description: String

    init(_ text: String) { description = text }

    static func pull(_ repository: RepositoryName) -> Scope { Scope("repository:\(repository):pull") }
    static func push(_ repository: RepositoryName) -> Scope { Scope("repository:\(repository):pull,push") }
    static func delete(_ repository: RepositoryName) -> Scope { Scope("repository:\(repository):pull,delete") }
    static let catalogue = Scope("registry:catalog:*")

    static func < (lhs: Scope, rhs: Scope) -> Bool { lhs.description < rhs.description }
}

import Diagnostics
import NIOHTTP1
import YAMLTree

extension RegistryClient {
    /// How large one page of a list may be, in bytes.
    private static let pageLimit = 16 << 20
    /// How many entries are asked for at a time; distribution refuses more than 1000.
    private static let pageSize = 1000

    /// The tags of a repository, sorted; registries promise no order. Tags that break the grammar are left out.
    ///
    /// - Parameters:
    ///   - repository: The repository.
    ///   - limit: How many tags are read at most.
    /// - Returns: The tags.
    /// - Throws: ``RegistryError``; `tooLarge` when there are more tags than `limit`.
    public func tags(in repository: RepositoryName, limit: Int = 100_000) async throws -> [Tag] {
        let call = RegistryCall(
            endpoint: endpoint(repository, "tags/list").adding("n", "\(Self.pageSize)"),
            scopes: [.pull(repository)],
            purpose: "listing the tags of '\(repository)'"
        )
        return try await list("tags", call, limit: limit).compactMap { try? Tag($0) }.sorted()
    }

    /// The repositories of the registry, sorted. Many public registries do not tell.
    public func repositories(limit: Int = 100_000) async throws -> [RepositoryName] {
        var target = base
        target.target += "_catalog?n=\(Self.pageSize)"
        let call = RegistryCall(
            endpoint: target,
            scopes: [.catalogue],
            purpose: "listing the repositories of \(registry)"
        )
        return try await list("repositories", call, limit: limit).compactMap { try? RepositoryName($0) }.sorted()
    }

    /// Reads a list page by page, as `Link` says (RFC 8288).
    private func list(_ key: String, _ first: RegistryCall, limit: Int) async throws -> [String] {
        var names: Set<String> = []
        var call = first
        var visited: Set<Endpoint> = []
        while visited.insert(call.endpoint).inserted {
            let response = try await perform(call)
            let bytes = try await response.bytes(upTo: Self.pageLimit, of: call.purpose)
            guard let page = try? JSONReader().document(in: bytes, file: SourceFile(key)), page.mapping != nil else {
                throw RegistryError(.protocolViolation, "\(call.purpose): the answer is no JSON object")
            }
            for item in page[key]?.sequence ?? [] {
                if let name = item.string() { names.insert(name) }
            }
            guard names.count <= limit else {
                throw RegistryError(.tooLarge, "\(call.purpose): there are more than \(limit)")
            }
            guard let next = response.nextPage else { break }
            // A link to elsewhere would carry the credentials of this registry there.
            guard next.hasOrigin(of: base) else { break }
            call.endpoint = next
        }
        return Array(names)
    }
}

extension RegistryResponse {
    /// Where the next page of a list is.
    var nextPage: Endpoint? {
        for value in headers["Link"] {
            for link in value.split(separator: ",") {
                let parts = link.split(separator: ";")
                guard let target = parts.first?.split(separator: "<").last?.split(separator: ">").first,
                    parts.dropFirst().contains(where: { $0.filter { $0 != " " && $0 != "\"" } == "rel=next" })
                else { continue }
                return endpoint.resolving(String(target))
            }
        }
        return nil
    }
}

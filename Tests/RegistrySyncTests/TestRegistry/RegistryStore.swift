import RegistrySync

/// What the registry of the tests holds, and how it answers: enough of the OCI Distribution Specification for a client.
struct RegistryStore: Sendable {
    struct StoredManifest: Sendable {
        var type: String
        var bytes: [UInt8]
    }

    var blobs: [String: [Digest: [UInt8]]] = [:]
    var manifests: [String: [Digest: StoredManifest]] = [:]
    var tags: [String: [String: Digest]] = [:]
    var uploads: [String: [UInt8]] = [:]
    /// Whether uploads that broke can be asked about.
    var keepsBrokenUploads = true
    /// Whether there is a referrers API.
    var hasReferrers = true
    /// How many entries a page of a list has.
    var pageSize = 2
    private var uploadCount = 0

    mutating func respond(to request: TestRequest) -> TestResponse {
        guard request.path.hasPrefix("/v2/") else { return .error(404, "UNSUPPORTED") }
        let path = String(request.path.dropFirst(4))
        if path.isEmpty { return TestResponse(200) }
        if path == "_catalog" { return list("repositories", Array(tags.keys), request) }
        for (marker, answer) in Self.routes {
            let parts = path.split(separator: marker, maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { return answer(&self, String(parts[0]), String(parts[1]), request) }
        }
        return .error(404, "NAME_UNKNOWN")
    }

    private typealias Route = @Sendable (inout RegistryStore, String, String, TestRequest) -> TestResponse
    private static let routes: [(String, Route)] = [
        ("/blobs/uploads/", { $0.upload($1, $2, $3) }),
        ("/blobs/", { $0.blob($1, $2, $3) }),
        ("/manifests/", { $0.manifest($1, $2, $3) }),
        ("/referrers/", { store, name, rest, _ in store.referrers(name, rest) }),
        (
            "/tags/list",
            { store, name, _, request in store.list("tags", Array((store.tags[name] ?? [:]).keys), request) }
        ),
    ]

    private func list(_ key: String, _ names: [String], _ request: TestRequest) -> TestResponse {
        let rest = names.sorted().filter { $0 > request.query["last"] ?? "" }
        let page = rest.prefix(pageSize)
        var response = TestResponse(
            200,
            body: Array("{\"\(key)\":[\(page.map { "\"\($0)\"" }.joined(separator: ","))]}".utf8)
        )
        if rest.count > pageSize, let last = page.last {
            response.headers.append(("Link", "<\(request.path)?n=\(pageSize)&last=\(last)>; rel=\"next\""))
        }
        return response
    }

    private mutating func blob(_ name: String, _ rest: String, _ request: TestRequest) -> TestResponse {
        guard let digest = try? Digest(rest), let bytes = blobs[name]?[digest] else {
            return .error(404, "BLOB_UNKNOWN")
        }
        guard let range = request["Range"], let first = Int(range.dropFirst("bytes=".count).dropLast()) else {
            return TestResponse(200, body: bytes)
        }
        guard first < bytes.count else { return .error(416, "RANGE_INVALID") }
        return TestResponse(
            206,
            [("Content-Range", "bytes \(first)-\(bytes.count - 1)/\(bytes.count)")],
            body: Array(bytes[first...])
        )
    }

    private mutating func upload(_ name: String, _ session: String, _ request: TestRequest) -> TestResponse {
        if request.method == "POST" {
            if let text = request.query["mount"], let digest = try? Digest(text), let from = request.query["from"],
                let bytes = blobs[from]?[digest]
            {
                blobs[name, default: [:]][digest] = bytes
                return TestResponse(201)
            }
            uploadCount += 1
            uploads["u\(uploadCount)"] = []
            return TestResponse(202, [("Location", "/v2/\(name)/blobs/uploads/u\(uploadCount)?_state=x")])
        }
        guard let known = uploads[session] else { return .error(404, "BLOB_UPLOAD_UNKNOWN") }
        let location = ("Location", "/v2/\(name)/blobs/uploads/\(session)?_state=y")
        switch request.method {
        case "GET": return TestResponse(204, [location, ("Range", "0-\(max(0, known.count - 1))")])
        case "DELETE":
            uploads[session] = nil
            return TestResponse(204)
        case "PATCH":
            if let range = request["Content-Range"], range.prefix(while: { $0 != "-" }) != "\(known.count)" {
                return .error(416, "RANGE_INVALID")
            }
            uploads[session] = known + request.body
            return TestResponse(202, [location])
        default:
            let content = known + request.body
            guard let digest = request.query["digest"].flatMap({ try? Digest($0) }),
                Digest(digest.algorithm, of: content) == digest
            else { return .error(400, "DIGEST_INVALID") }
            uploads[session] = nil
            blobs[name, default: [:]][digest] = content
            return TestResponse(201, [("Docker-Content-Digest", digest.description)])
        }
    }

    /// What arrived of an upload whose connection broke.
    mutating func interrupt(_ request: TestRequest) {
        guard let session = request.path.split(separator: "/").last.map(String.init), uploads[session] != nil else {
            return
        }
        if keepsBrokenUploads { uploads[session]? += request.body } else { uploads[session] = nil }
    }

    private mutating func manifest(_ name: String, _ reference: String, _ request: TestRequest) -> TestResponse {
        let digest = (try? Digest(reference)) ?? tags[name]?[reference]
        switch request.method {
        case "PUT": return store(name, reference, request)
        case "DELETE":
            guard let digest else { return .error(404, "MANIFEST_UNKNOWN") }
            manifests[name]?[digest] = nil
            return TestResponse(202)
        default:
            guard let digest, let manifest = manifests[name]?[digest],
                request["Accept"]?.contains(manifest.type) == true
            else { return .error(404, "MANIFEST_UNKNOWN") }
            return TestResponse(
                200,
                [("Content-Type", manifest.type), ("Docker-Content-Digest", digest.description)],
                body: manifest.bytes
            )
        }
    }

    /// Stores a manifest, but none that names what is not there: no client may leave such a thing behind.
    private mutating func store(_ name: String, _ reference: String, _ request: TestRequest) -> TestResponse {
        guard let type = request["Content-Type"],
            let manifest = try? Manifest(reading: request.body, mediaType: MediaType(rawValue: type))
        else { return .error(400, "MANIFEST_INVALID") }
        let hasBlobs = manifest.blobs.allSatisfy { blobs[name]?[$0.digest] != nil }
        let hasChildren = manifest.manifests.allSatisfy { manifests[name]?[$0.digest] != nil }
        guard hasBlobs, hasChildren else { return .error(400, "MANIFEST_BLOB_UNKNOWN") }
        manifests[name, default: [:]][manifest.digest] = StoredManifest(type: type, bytes: request.body)
        if (try? Digest(reference)) == nil { tags[name, default: [:]][reference] = manifest.digest }
        var response = TestResponse(201, [("Docker-Content-Digest", manifest.digest.description)])
        if hasReferrers, let subject = manifest.subject {
            response.headers.append(("OCI-Subject", subject.digest.description))
        }
        return response
    }

    private func referrers(_ name: String, _ digest: String) -> TestResponse {
        guard hasReferrers else { return .error(404, "NOT_FOUND") }
        let entries = (manifests[name] ?? [:]).values.compactMap { stored -> String? in
            guard let manifest = try? Manifest(reading: stored.bytes, mediaType: MediaType(rawValue: stored.type)),
                manifest.subject?.digest.description == digest
            else { return nil }
            return #"{"mediaType":"\#(stored.type)","digest":"\#(manifest.digest)","size":\#(stored.bytes.count)}"#
        }
        let index = #"{"schemaVersion":2,"manifests":[\#(entries.sorted().joined(separator: ","))]}"#
        return TestResponse(200, [("Content-Type", MediaType.ociIndex.rawValue)], body: Array(index.utf8))
    }
}

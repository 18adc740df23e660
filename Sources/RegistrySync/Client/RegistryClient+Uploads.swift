import NIOHTTP1

extension RegistryClient {
    /// What came of asking for a mount.
    enum MountResult: Sendable {
        /// The repository has the blob now.
        case mounted
        /// The registry opened an upload instead.
        case upload(Endpoint)
    }

    /// Lets a repository have a blob that another of the same registry has; nothing is moved.
    ///
    /// - Returns: Whether the registry did; if not, the blob has to be pushed.
    public func mount(
        _ digest: Digest,
        from source: RepositoryName,
        in repository: RepositoryName
    ) async throws -> Bool {
        switch try await openUpload(in: repository, mounting: digest, from: source) {
        case .mounted: return true
        case .upload(let session):
            await abandon(session, in: repository)
            return false
        }
    }

    /// Writes a blob.
    ///
    /// A connection that breaks goes on where the registry confirms that it is; where it confirms nothing, the blob is sent
    /// again from its beginning.
    ///
    /// - Parameters:
    ///   - descriptor: Digest and size of the blob.
    ///   - repository: The repository.
    ///   - content: Opens the content from a byte on; may be called again after a fault.
    /// - Throws: ``RegistryError``; what `content` throws.
    public func push(
        _ descriptor: Descriptor,
        in repository: RepositoryName,
        content: @Sendable (_ offset: Int64) async throws -> BlobStream
    ) async throws {
        let policy = transport.configuration.retry
        var failures = 0
        var furthest: Int64 = 0
        var session: Endpoint?
        var offset: Int64 = 0
        while true {
            do {
                let open: Endpoint
                if let session {
                    open = session
                } else {
                    guard case .upload(let fresh) = try await openUpload(in: repository) else { return }
                    open = fresh
                    offset = 0
                }
                session = open
                let sent = try await send(descriptor, from: offset, to: open, in: repository, content: content)
                try await finish(descriptor, sent, in: repository)
                return
            } catch let error as RegistryError where !error.mayPass {
                throw error
            } catch let error as ContentMismatch {
                throw error
            } catch {
                try Task.checkCancellation()
                failures += 1
                guard failures < policy.attempts else { throw error }
                try await transport.clock.sleep(for: policy.pause(after: failures))
                (session, offset) = await confirmed(session, size: descriptor.size, in: repository)
                if offset > furthest {
                    furthest = offset
                    failures = 0
                }
            }
        }
    }

    private func openUpload(
        in repository: RepositoryName,
        mounting digest: Digest? = nil,
        from source: RepositoryName? = nil
    ) async throws -> MountResult {
        var target = endpoint(repository, "blobs/uploads/")
        var scopes: [Scope] = [.push(repository)]
        if let digest, let source {
            target = target.adding("mount", digest.description).adding("from", source.path)
            scopes.append(.pull(source))
        }
        var call = RegistryCall(
            method: .POST,
            endpoint: target,
            scopes: scopes,
            accepted: [202],
            purpose: "beginning an upload to '\(repository)'"
        )
        if digest != nil { call.accepted.insert(201) }
        let response = try await perform(call)
        await response.discard()
        return response.status == 201 ? .mounted : .upload(try next(response, of: call.purpose))
    }

    /// Sends the bytes from `offset` on in one request; an empty rest needs none.
    private func send(
        _ descriptor: Descriptor,
        from offset: Int64,
        to session: Endpoint,
        in repository: RepositoryName,
        content: @Sendable (Int64) async throws -> BlobStream
    ) async throws -> Endpoint {
        guard offset < descriptor.size else { return session }
        var call = RegistryCall(
            method: .PATCH,
            endpoint: session,
            headers: [("Content-Type", "application/octet-stream")],
            body: .stream(try await content(offset), length: descriptor.size - offset),
            scopes: [.push(repository)],
            accepted: [202, 201],
            purpose: "writing the blob \(descriptor.digest) to '\(repository)'",
            isTransfer: true,
            isRepeatable: false
        )
        if offset > 0 { call.headers.append(("Content-Range", "\(offset)-\(descriptor.size - 1)")) }
        let response = try await perform(call)
        await response.discard()
        return try next(response, of: call.purpose)
    }

    private func finish(_ descriptor: Descriptor, _ session: Endpoint, in repository: RepositoryName) async throws {
        let call = RegistryCall(
            method: .PUT,
            endpoint: session.adding("digest", descriptor.digest.description),
            headers: [("Content-Type", "application/octet-stream")],
            body: .bytes([]),
            scopes: [.push(repository)],
            accepted: [201, 204],
            purpose: "finishing the blob \(descriptor.digest) of '\(repository)'"
        )
        let response = try await perform(call)
        await response.discard()
        try expect(descriptor.digest, in: response, of: call.purpose)
    }

    /// How far an upload got, by the registry's own word; no session when it does not know it any more.
    private func confirmed(
        _ session: Endpoint?,
        size: Int64,
        in repository: RepositoryName
    ) async -> (session: Endpoint?, offset: Int64) {
        guard let session else { return (nil, 0) }
        var call = RegistryCall(
            endpoint: session,
            scopes: [.push(repository)],
            accepted: [204, 404, 400],
            purpose: "asking how far an upload to '\(repository)' got"
        )
        call.isRepeatable = false
        guard let response = try? await perform(call) else { return (nil, 0) }
        await response.discard()
        guard response.status == 204, let range = response["Range"],
            let last = range.split(separator: "-").last.flatMap({ Int64($0) }), last >= 0, last < size
        else { return (nil, 0) }
        // `0-0` is what registries answer both for one byte and for none.
        return ((try? next(response, of: call.purpose)) ?? session, last == 0 ? 0 : last + 1)
    }

    private func abandon(_ session: Endpoint, in repository: RepositoryName) async {
        let call = RegistryCall(
            method: .DELETE,
            endpoint: session,
            scopes: [.push(repository)],
            accepted: [204, 202, 404],
            purpose: "giving up an upload to '\(repository)'",
            isRepeatable: false
        )
        _ = try? await perform(call).discard()
    }

    private func next(_ response: RegistryResponse, of purpose: String) throws -> Endpoint {
        guard let location = response["Location"], let session = response.endpoint.resolving(location) else {
            throw RegistryError(.protocolViolation, "\(purpose): \(registry) does not say where to go on")
        }
        guard session.scheme == .https || base.scheme == .http else {
            throw RegistryError(.protocolViolation, "\(purpose): \(registry) wants the content sent without TLS")
        }
        return session
    }
}

extension RegistryError {
    /// Whether the same may succeed a little later.
    var mayPass: Bool {
        switch code {
        case .interrupted, .server, .unreachable: true
        case .rateLimited: true
        default: false
        }
    }
}

import ArgumentParser
import RegistrySync

/// Where an image is, as the user names it.
enum ImageLocation: ExpressibleByArgument, Sendable {
    /// In a registry.
    case registry(ImageReference)
    /// In a folder, under a name of its index.
    case layout(path: String, reference: ManifestReference)

    init?(argument: String) {
        if argument.hasPrefix("oci:") {
            self.init(layout: argument.dropFirst("oci:".count))
        } else {
            let text = argument.hasPrefix("docker://") ? String(argument.dropFirst("docker://".count)) : argument
            guard let reference = try? ImageReference(text) else { return nil }
            self = .registry(reference)
        }
    }

    /// Reads `FOLDER`, `FOLDER:NAME` or `FOLDER@DIGEST`. A name may hold a repository as well, as skopeo writes it.
    private init?(layout text: Substring) {
        if let at = text.lastIndex(of: "@"), let digest = try? Digest(String(text[text.index(after: at)...])) {
            self = .layout(path: String(text[..<at]), reference: .digest(digest))
            return
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let path = parts.first, !path.isEmpty else { return nil }
        guard let name = parts.dropFirst().last else {
            self = .layout(path: String(path), reference: .tag(.latest))
            return
        }
        guard let tag = try? Tag(String(name)) else { return nil }
        self = .layout(path: String(path), reference: .tag(tag))
    }

    /// The image's name in its place.
    var reference: ManifestReference {
        switch self {
        case .registry(let reference): reference.manifest
        case .layout(_, let reference): reference
        }
    }

    /// The profile of the registry, as far as its name tells.
    var recognisedProfile: DestinationProfile {
        switch self {
        case .registry(let reference): .recognised(reference.registry)
        case .layout: .generic
        }
    }
}

/// Opens the places that the user named.
struct ImagePlaces {
    let credentials: any CredentialSource
    let transport: RegistryTransport

    func source(_ location: ImageLocation) async throws -> any ImageSource {
        switch location {
        case .registry(let reference): repository(reference)
        case .layout(let path, _): try await OCILayout(opening: path)
        }
    }

    func destination(_ location: ImageLocation) async throws -> any ImageDestination {
        switch location {
        case .registry(let reference): repository(reference)
        case .layout(let path, _): try await OCILayout(creatingAt: path)
        }
    }

    private func repository(_ reference: ImageReference) -> RegistryRepository {
        RegistryRepository(
            reference.repository,
            of: RegistryClient(reference.registry, credentials: credentials, transport: transport)
        )
    }
}

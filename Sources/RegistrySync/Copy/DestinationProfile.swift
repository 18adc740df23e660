/// What a destination does not take, and what it is given instead.
public struct DestinationProfile: Sendable, Hashable {
    /// The name, as `--profile` takes it.
    public var name: String
    /// Whether OCI indexes are written as Docker's manifest lists, and OCI manifests as Docker's.
    public var convertsToDocker = false
    /// Whether manifests whose configuration is the empty JSON object are left out: attestations and other artifacts.
    public var leavesOutEmptyConfigurations = false
    /// Whether attestations within indexes are left out.
    public var leavesOutAttestations = false

    /// A registry that takes all that the specification allows.
    public static let generic = DestinationProfile(name: "generic")
    /// Huawei Software Repository for Container: refuses OCI indexes.
    public static let huaweiSWR = DestinationProfile(
        name: "swr",
        convertsToDocker: true,
        leavesOutEmptyConfigurations: true,
        leavesOutAttestations: true
    )
    /// Alibaba Cloud Container Registry: refuses manifests with an empty configuration.
    public static let alibabaACR = DestinationProfile(
        name: "acr",
        leavesOutEmptyConfigurations: true,
        leavesOutAttestations: true
    )

    /// The profiles that exist.
    public static let all: [DestinationProfile] = [.generic, .huaweiSWR, .alibabaACR]

    /// The profile that fits a registry by its name.
    public static func recognised(_ host: RegistryHost) -> DestinationProfile {
        if host.name.hasPrefix("swr."), host.name.hasSuffix(".myhuaweicloud.com") { return .huaweiSWR }
        if host.name.hasSuffix(".aliyuncs.com") { return .alibabaACR }
        return .generic
    }

    /// Whether a manifest may be written as it is.
    var changesNothing: Bool { !convertsToDocker && !leavesOutEmptyConfigurations && !leavesOutAttestations }
}

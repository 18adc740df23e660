/// The line of Helm whose output a rendering equals.
public enum HelmVersion: Int, Sendable, Hashable, CaseIterable {
    /// Helm 3.21.
    case v3 = 3
    /// Helm 4.2.
    case v4 = 4
}

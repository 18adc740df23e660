package import HelmChart

extension FunctionTheme {
    /// Hashes, keys, certificates, passwords and encryption.
    package static let cryptography = FunctionTheme { _ in [:] }
}

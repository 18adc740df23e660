public import HelmChart

extension ChartRenderer.Options {
    /// Lets charts call the functions that make hashes, keys, certificates and passwords.
    ///
    /// Without it, templates that call one of them fail and say so.
    public mutating func addCryptography() {
        themes.append(.cryptography)
    }
}

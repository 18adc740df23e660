import GoTemplate
package import HelmChart

extension FunctionTheme {
    /// Hashes, keys, certificates, passwords and encryption. In a reproducible environment, functions whose answer
    /// depends on chance give a stand-in that is made of their arguments.
    package static let cryptography = FunctionTheme { environment in
        var table = FunctionTable()
        let budget = WorkBudget()
        addHashes(to: &table)
        addPasswords(to: &table, environment, budget)
        addEncryption(to: &table, environment)
        addKeys(to: &table, environment, budget)
        addCertificates(to: &table, environment, budget)
        return table
    }
}

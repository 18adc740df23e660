import GoTemplate

extension FunctionTheme {
    /// Semantic versions: `semver` and `semverCompare`.
    package static let versions = FunctionTheme { _ in
        var table = FunctionTable()
        table["semver"] = .typed { (text: ByteString) in Value.object(VersionObject(try version(text))) }
        table["semverCompare"] = .typed { (constraints: ByteString, text: ByteString) in
            let known: VersionConstraints
            do throws(VersionError) {
                known = try VersionConstraints(constraints.text)
            } catch {
                throw FunctionError(error.description)
            }
            return known.isSatisfied(by: try version(text))
        }
        return table
    }

    private static func version(_ text: ByteString) throws(FunctionError) -> SemanticVersion {
        do throws(VersionError) {
            return try SemanticVersion(text.text)
        } catch {
            throw FunctionError(error.description)
        }
    }
}

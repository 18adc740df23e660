import GoTemplate

/// What `semver` gives to templates: a `*semver.Version`, or the `semver.Version` that some of its methods give.
final class VersionObject: TemplateObject {
    static let pointer = GoType("*semver.Version", .ptr)
    static let plain = GoType("semver.Version", .struct)

    let version: SemanticVersion
    let type: GoType

    init(_ version: SemanticVersion, type: GoType = VersionObject.pointer) {
        self.version = version
        self.type = type
    }

    var stringForm: ByteString? { ByteString(version.description) }

    func method(_ name: ByteString) -> TemplateFunction? {
        let version = version
        if let part = Self.numbers[name] {
            return TemplateFunction(Signature()) { _ in .unsigned(version[keyPath: part], .uint64) }
        }
        if let text = Self.texts[name] { return TemplateFunction(Signature()) { _ in .text(text(version)) } }
        if let part = Self.increments[name] {
            return TemplateFunction(Signature()) { _ in
                .object(VersionObject(try version.incremented(part), type: Self.plain))
            }
        }
        if let part = Self.settings[name] { return setting(part) }
        return type == Self.pointer ? pointerMethod(name) : nil
    }

    /// The methods that only a pointer has.
    private func pointerMethod(_ name: ByteString) -> TemplateFunction? {
        let version = version
        if name == "Original" { return TemplateFunction(Signature()) { _ in .text(version.original) } }
        if name == "Compare" { return comparison { .int($0) } }
        if name == "Equal" {
            return .typed { (other: VersionArgument) in other.version.map { $0 == version } ?? false }
        }
        guard let accepts = Self.comparisons[name] else { return nil }
        return comparison { .bool(accepts($0)) }
    }

    private func comparison(_ result: @escaping @Sendable (Int) -> Value) -> TemplateFunction {
        let version = version
        return .typed { (other: VersionArgument) in
            guard let other = other.version else { throw FunctionError.nilDereference }
            return result(version.compare(to: other))
        }
    }

    private func setting(_ part: Setting) -> TemplateFunction {
        let version = version
        return .typed { (text: ByteString) in
            var changed = version
            do throws(VersionError) {
                if !text.bytes.isEmpty { try part.check(text.text) }
            } catch {
                throw FunctionError(error.description)
            }
            changed[keyPath: part.path] = text.text
            return Value.object(VersionObject(changed.withOriginal(like: version), type: Self.plain))
        }
    }

    // MARK: Tables

    private typealias Number = any (WritableKeyPath<SemanticVersion, UInt64> & Sendable)

    private struct Setting: Sendable {
        var path: any (WritableKeyPath<SemanticVersion, String> & Sendable)
        var check: @Sendable (String) throws(VersionError) -> Void
    }

    private static let numbers: [ByteString: Number] = ["Major": \.major, "Minor": \.minor, "Patch": \.patch]

    private static let increments: [ByteString: Number] = [
        "IncMajor": \.major, "IncMinor": \.minor, "IncPatch": \.patch,
    ]

    private static let texts: [ByteString: @Sendable (SemanticVersion) -> String] = [
        "Prerelease": { $0.prerelease }, "Metadata": { $0.metadata }, "String": { $0.description },
    ]

    private static let comparisons: [ByteString: @Sendable (Int) -> Bool] = [
        "LessThan": { $0 < 0 }, "LessThanEqual": { $0 <= 0 }, "GreaterThan": { $0 > 0 },
        "GreaterThanEqual": { $0 >= 0 },
    ]

    private static let settings: [ByteString: Setting] = [
        "SetPrerelease": Setting(path: \.prerelease) { text throws(VersionError) in
            try SemanticVersion.checkIdentifiers(text, or: .invalidPrerelease)
            try SemanticVersion.checkPrerelease(text)
        },
        "SetMetadata": Setting(path: \.metadata) { text throws(VersionError) in
            try SemanticVersion.checkIdentifiers(text, or: .invalidMetadata)
        },
    ]
}

/// A parameter of type `*semver.Version`.
private struct VersionArgument: GoParameter {
    static var goType: GoType { VersionObject.pointer }
    let version: SemanticVersion?

    init(argument: Value) {
        if case .object(let object) = argument, let object = object as? VersionObject {
            version = object.version
        } else {
            version = nil
        }
    }
}

/// One thing that is known about providers' features.
public struct CatalogueRow: Sendable, Hashable {
    /// Which texts the row is about.
    public enum Pattern: Sendable, Hashable {
        /// This text.
        case exact(String)
        /// Texts that begin so.
        case prefix(String)
        /// Texts that end so.
        case suffix(String)
        /// Texts that hold this.
        case infix(String)
    }

    /// What kind of feature it is about.
    public var kind: Feature.Kind
    /// Which texts.
    public var pattern: Pattern
    /// Which provider they speak for; nil for those that several providers share.
    public var provider: CloudProvider?
    /// How much they say.
    public var strength: Evidence.Strength
    /// What kind of storage they stand for.
    public var storage: StorageKind?

    /// Creates a row.
    public init(
        _ kind: Feature.Kind,
        _ pattern: Pattern,
        _ provider: CloudProvider?,
        _ strength: Evidence.Strength = .strong,
        storage: StorageKind? = nil
    ) {
        self.kind = kind
        self.pattern = pattern
        self.provider = provider
        self.strength = strength
        self.storage = storage
    }

    func matches(_ text: String) -> Bool {
        switch pattern {
        case .exact(let expected): text == expected
        case .prefix(let beginning): text.hasPrefix(beginning)
        case .suffix(let end): text.hasSuffix(end)
        case .infix(let part): text.contains(part)
        }
    }
}

extension [CatalogueRow] {
    /// Rows for several texts that begin with `prefix`, which say the same.
    static func annotations(_ provider: CloudProvider, prefix: String, _ names: [String]) -> [CatalogueRow] {
        names.map { CatalogueRow(.annotation, .prefix(prefix + $0), provider) }
    }
}

/// The operating system and processor that an image of an index is for.
public struct Platform: Sendable, Hashable, CustomStringConvertible {
    /// The operating system as Go names it, such as `linux`.
    public var os: String
    /// The processor as Go names it, such as `arm64`.
    public var architecture: String
    /// The variant of the processor, such as `v8`.
    public var variant: String?
    /// The version of the operating system; used by Windows.
    public var osVersion: String?

    /// Creates a platform.
    public init(os: String, architecture: String, variant: String? = nil, osVersion: String? = nil) {
        self.os = os
        self.architecture = architecture
        self.variant = variant
        self.osVersion = osVersion
    }

    /// Reads `OS/ARCHITECTURE` or `OS/ARCHITECTURE/VARIANT`; nil if `text` has another form.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.init(os: parts[0], architecture: parts[1], variant: parts.count == 3 ? parts[2] : nil)
    }

    /// Whether an image for `self` is what somebody means who asks for `wanted`: the variant decides only if it is asked
    /// for, and `arm64` without a variant is `v8`.
    public func satisfies(_ wanted: Platform) -> Bool {
        guard os == wanted.os, architecture == wanted.architecture else { return false }
        if let version = wanted.osVersion, version != osVersion { return false }
        return wanted.variant == nil || wanted.effectiveVariant == effectiveVariant
    }

    private var effectiveVariant: String? { variant ?? (architecture == "arm64" ? "v8" : nil) }

    /// `OS/ARCHITECTURE` or `OS/ARCHITECTURE/VARIANT`.
    public var description: String { "\(os)/\(architecture)" + (variant.map { "/\($0)" } ?? "") }
}

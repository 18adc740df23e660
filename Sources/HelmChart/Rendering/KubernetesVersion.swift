/// The version of Kubernetes that templates see.
public struct KubernetesVersion: Sendable, Hashable, CustomStringConvertible {
    /// The version as it was given, with `v` before it.
    public let full: String
    /// The numbers of the version, with `v` before them.
    public let normalized: String
    /// The first number.
    public let major: String
    /// The second number.
    public let minor: String

    /// The version that Helm 4.2.3 and 3.21.4 take when none is given.
    public static let standard = KubernetesVersion(full: "v1.36.0", normalized: "v1.36.0", major: "1", minor: "36")

    private init(full: String, normalized: String, major: String, minor: String) {
        self.full = full
        self.normalized = normalized
        self.major = major
        self.minor = minor
    }

    /// Reads a version such as `1.33`, `v1.33.4` or `v1.33.4-gke.1245000`.
    ///
    /// - Throws: ``ChartError`` of the kind `release` if it does not begin with two numbers.
    public init(_ text: String) throws(ChartError) {
        let numbers = try Self.numbers(text)
        self.init(
            full: text.hasPrefix("v") ? text : "v" + text,
            normalized: "v" + numbers.map(String.init).joined(separator: "."),
            major: String(numbers[0]),
            minor: String(numbers[1])
        )
    }

    private static func numbers(_ text: String) throws(ChartError) -> [UInt64] {
        var rest = Substring(text).drop { $0 == " " || $0 == "\t" || $0 == "\n" }
        if rest.first == "v" { rest = rest.dropFirst() }
        var parts: [Substring] = []
        while true {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            if digits.isEmpty { break }
            parts.append(digits)
            rest = rest.dropFirst(digits.count)
            guard rest.first == ".", let next = rest.dropFirst().first, next.isASCII, next.isNumber else { break }
            rest = rest.dropFirst()
        }
        guard !parts.isEmpty else { throw invalid(text, "could not parse \(GoText.quoted(text)) as version") }
        guard parts.count >= 2 else { throw invalid(text, "illegal version string \(GoText.quoted(text))") }
        var numbers: [UInt64] = []
        for part in parts {
            guard part == "0" || part.first != "0" else {
                throw invalid(
                    text,
                    "illegal zero-prefixed version component \(GoText.quoted(String(part))) in \(GoText.quoted(text))"
                )
            }
            guard let number = UInt64(part) else {
                throw invalid(
                    text,
                    "illegal non-numeric version component \(GoText.quoted(String(part))) in \(GoText.quoted(text))"
                        + ": strconv.ParseUint: parsing \(GoText.quoted(String(part))): value out of range"
                )
            }
            numbers.append(number)
        }
        return numbers
    }

    private static func invalid(_ text: String, _ reason: String) -> ChartError {
        ChartError(.release, "invalid kube version '\(text)': \(reason)")
    }

    /// The version as it was given.
    public var description: String { full }
}

/// What is known about the features of all providers.
///
/// Rows that come earlier go first: those that a user adds, then those of single providers, then what is shared.
public struct Catalogue: Sendable {
    private var rows: [Feature.Kind: [CatalogueRow]] = [:]

    /// The catalogue of this package.
    public static let standard = Catalogue(
        huawei + alibaba + aws + azure + google + tencent + generic + shared
    )

    /// Creates a catalogue of rows.
    public init(_ rows: [CatalogueRow]) {
        for row in rows { self.rows[row.kind, default: []].append(row) }
    }

    /// The same catalogue with rows before all others, for custom storage classes and in-house annotations.
    public func extended(by rows: [CatalogueRow]) -> Catalogue {
        var result = Catalogue(rows)
        for (kind, known) in self.rows { result.rows[kind, default: []] += known }
        return result
    }

    /// The first row about a text; nil if nothing is known. O(number of rows of the kind).
    public func row(_ kind: Feature.Kind, _ text: String) -> CatalogueRow? {
        rows[kind]?.first { $0.matches(text) }
    }

    /// Annotations that both Amazon's and Alibaba's controllers for application load balancers read.
    static let shared: [CatalogueRow] = [
        CatalogueRow(.annotation, .prefix("alb.ingress.kubernetes.io/"), nil),
        CatalogueRow(.ingressClass, .exact("alb"), nil),
    ]
}

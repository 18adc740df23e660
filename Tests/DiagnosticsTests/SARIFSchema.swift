/// The part of the SARIF 2.1.0 schema that our logs use: for each object its properties, which of them must be there,
/// and what they hold. Objects are closed, as they are in the schema.
indirect enum SARIFSchema: Sendable {
    case text
    case oneOf(Set<String>)
    case integer(atLeast: Int)
    case list(SARIFSchema)
    case object(required: [String: SARIFSchema], optional: [String: SARIFSchema])
    /// A property bag: any members.
    case bag

    static let message: SARIFSchema = .object(required: ["text": .text], optional: [:])

    static let physicalLocation: SARIFSchema = .object(
        required: ["artifactLocation": .object(required: ["uri": .text], optional: [:])],
        optional: [
            "region": .object(
                required: ["startLine": .integer(atLeast: 1)],
                optional: ["startColumn": .integer(atLeast: 1)]
            )
        ]
    )

    static let location: SARIFSchema = .object(
        required: [:],
        optional: [
            "physicalLocation": physicalLocation,
            "logicalLocations": .list(.object(required: ["fullyQualifiedName": .text], optional: [:])),
        ]
    )

    static let result: SARIFSchema = .object(
        required: ["message": message],
        optional: [
            "ruleId": .text, "ruleIndex": .integer(atLeast: 0), "level": .oneOf(["none", "note", "warning", "error"]),
            "locations": .list(location), "properties": .bag,
        ]
    )

    static let driver: SARIFSchema = .object(
        required: ["name": .text],
        optional: [
            "version": .text, "informationUri": .text,
            "rules": .list(.object(required: ["id": .text], optional: [:])),
        ]
    )

    static let log: SARIFSchema = .object(
        required: [
            "version": .oneOf(["2.1.0"]),
            "runs": .list(
                .object(
                    required: ["tool": .object(required: ["driver": driver], optional: [:])],
                    optional: [
                        "columnKind": .oneOf(["utf16CodeUnits", "unicodeCodePoints"]), "results": .list(result),
                    ]
                )
            ),
        ],
        optional: ["$schema": .text]
    )

    /// Where `value` breaks the schema.
    func faults(of value: Any, at path: String) -> [String] {
        switch self {
        case .bag: value is [String: Any] ? [] : ["\(path): not an object"]
        case .text: value is String ? [] : ["\(path): not a string"]
        case .oneOf(let words):
            words.contains(value as? String ?? "")
                ? [] : ["\(path): \(value) is not among \(words.sorted().joined(separator: ", "))"]
        case .integer(let least):
            (value as? Int).map { $0 >= least } == true ? [] : ["\(path): not an integer of at least \(least)"]
        case .list(let item):
            (value as? [Any])?.enumerated().flatMap { item.faults(of: $1, at: "\(path)[\($0)]") }
                ?? ["\(path): not a list"]
        case .object(let required, let optional):
            (value as? [String: Any]).map { Self.faults(of: $0, required, optional, path) } ?? [
                "\(path): not an object"
            ]
        }
    }

    private static func faults(
        of members: [String: Any],
        _ required: [String: SARIFSchema],
        _ optional: [String: SARIFSchema],
        _ path: String
    ) -> [String] {
        let missing = required.keys.filter { members[$0] == nil }.map { "\(path).\($0): missing" }
        return missing
            + members.flatMap { name, value in
                (required[name] ?? optional[name])?.faults(of: value, at: "\(path).\(name)")
                    ?? ["\(path).\(name): unknown"]
            }
    }
}

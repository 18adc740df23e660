/// Classes of scalars by the names that patterns use.
enum NamedClass {
    private typealias Range = RuneSet.Range

    /// `\d`, `\s` and `\w` by their letters.
    static let perl: [UInt8: RuneSet] = [
        UInt8(ascii: "d"): set("09"), UInt8(ascii: "s"): set("\t\n\u{0C}\r  "), UInt8(ascii: "w"): set("09AZaz__"),
    ]

    /// `[:alpha:]` and its like.
    static let posix: [String: RuneSet] = [
        "alnum": set("09AZaz"), "alpha": set("AZaz"), "ascii": set("\0\u{7F}"), "blank": set("\t\t  "),
        "cntrl": set("\0\u{1F}\u{7F}\u{7F}"), "digit": set("09"), "graph": set("!~"), "lower": set("az"),
        "print": set(" ~"), "punct": set("!/:@[`{~"), "space": set("\t\r  "), "upper": set("AZ"),
        "word": set("09AZaz__"), "xdigit": set("09AFaf"),
    ]

    /// The set of a general category, a script, `Any`, `Assigned` or `ASCII`; nil if there is no such class.
    static func unicode(_ name: String) -> RuneSet? {
        let name = canonical(name)
        switch name {
        case "any": return .all
        case "ascii": return posix["ascii"]
        case "assigned": return category("Cn")?.negated
        default: break
        }
        if let code = codes[name] { return category(code) }
        guard let ranges = scripts[name] else { return nil }
        return RuneSet(decoded(ranges))
    }

    private static func set(_ bounds: String) -> RuneSet {
        let runes = bounds.unicodeScalars.map(\.value)
        return RuneSet(
            stride(from: 0, to: runes.count - 1, by: 2).map { Range(first: runes[$0], last: runes[$0 + 1]) }
        )
    }

    /// The ranges of all categories whose code begins with `code`; `LC` is all letters that have case.
    private static func category(_ code: String) -> RuneSet? {
        let members =
            code == "LC"
            ? ["Ll", "Lt", "Lu"] : UnicodeTable.categories.keys.filter { $0.hasPrefix(code) }
        return RuneSet(members.flatMap { decoded(UnicodeTable.categories[$0] ?? "") })
    }

    private static func decoded(_ text: String) -> [Range] {
        var ranges: [Range] = []
        var position: UInt32 = 0
        var gap: UInt32?
        for number in text.split(separator: " ").compactMap({ UInt32($0, radix: 36) }) {
            if let start = gap {
                ranges.append(Range(first: position + start, last: position + start + number - 1))
                position += start + number
                gap = nil
            } else {
                gap = number
            }
        }
        return ranges
    }

    /// Names match whatever their case, spaces, hyphens and underscores.
    private static func canonical(_ name: String) -> String {
        name.filter { $0 != "_" && $0 != "-" && $0 != " " }.lowercased()
    }

    private static let scripts = Dictionary(
        UnicodeTable.scripts.map { (canonical($0.key), $0.value) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The codes of categories by their codes and long names.
    private static let codes: [String: String] = {
        var table = longNames
        for code in ["C", "L", "LC", "M", "N", "P", "S", "Z"] + UnicodeTable.categories.keys {
            table[canonical(code)] = code
        }
        return table
    }()

    private static let longNames: [String: String] = [
        "other": "C", "control": "Cc", "cntrl": "Cc", "format": "Cf", "privateuse": "Co", "surrogate": "Cs",
        "unassigned": "Cn", "letter": "L", "casedletter": "LC", "lowercaseletter": "Ll", "modifierletter": "Lm",
        "otherletter": "Lo", "titlecaseletter": "Lt", "uppercaseletter": "Lu", "mark": "M", "combiningmark": "M",
        "spacingmark": "Mc", "enclosingmark": "Me", "nonspacingmark": "Mn", "number": "N", "decimalnumber": "Nd",
        "digit": "Nd", "letternumber": "Nl", "othernumber": "No", "punctuation": "P", "punct": "P",
        "connectorpunctuation": "Pc", "dashpunctuation": "Pd", "closepunctuation": "Pe", "finalpunctuation": "Pf",
        "initialpunctuation": "Pi", "otherpunctuation": "Po", "openpunctuation": "Ps", "symbol": "S",
        "currencysymbol": "Sc", "modifiersymbol": "Sk", "mathsymbol": "Sm", "othersymbol": "So", "separator": "Z",
        "lineseparator": "Zl", "paragraphseparator": "Zp", "spaceseparator": "Zs",
    ]
}

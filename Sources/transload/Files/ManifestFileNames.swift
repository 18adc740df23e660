/// File names for the objects of an application: `web-deployment.yaml`.
package struct ManifestFileNames {
    private var taken: Set<String> = []

    /// Creates names; no two that it gives are the same, upper and lower case apart.
    package init() {}

    /// The name of the file for an object. An object whose name is taken gets its namespace, then a number, into it.
    package mutating func name(for object: String, kind: String, namespace: String?) -> String {
        let base = Self.plain(object) + "-" + Self.plain(kind)
        let candidates = [base] + (namespace.map { [Self.plain($0) + "-" + base] } ?? [])
        if let free = candidates.first(where: { taken.insert($0).inserted }) { return free + ".yaml" }
        var number = 2
        while !taken.insert("\(base)-\(number)").inserted { number += 1 }
        return "\(base)-\(number).yaml"
    }

    /// The letters, digits, dots and dashes of a name, in lower case; a name begins with a letter or a digit.
    private static func plain(_ name: String) -> String {
        let bytes = name.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                byte
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            default: UInt8(ascii: "-")
            }
        }
        let text = String(decoding: bytes.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }, as: UTF8.self)
        return text.isEmpty ? "object" : text
    }
}

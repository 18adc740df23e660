import GoTemplate
import HelmChart

/// A block of a PEM text: bytes in base 64 between lines that name their type.
struct PEMBlock {
    var type: String
    var bytes: [UInt8]

    /// The text, in lines of 64 letters.
    var text: String { text(lineLength: 64) }

    func text(lineLength: Int) -> String {
        let letters = Base64.encode(bytes)
        var lines = ["-----BEGIN \(type)-----"]
        for start in stride(from: 0, to: letters.count, by: lineLength) {
            lines.append(String(decoding: letters[start..<min(start + lineLength, letters.count)], as: UTF8.self))
        }
        return (lines + ["-----END \(type)-----", ""]).joined(separator: "\n")
    }

    /// The first block of a text; nil if there is none.
    static func first(in text: ByteString) -> PEMBlock? {
        var block: (type: String, letters: [UInt8])?
        for line in text.text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingSpaces
            if let type = line.between("-----BEGIN ", "-----") {
                block = (type, [])
            } else if let type = line.between("-----END ", "-----") {
                guard let found = block, found.type == type else { continue }
                block = nil
                if let bytes = try? Base64.decode(found.letters) { return PEMBlock(type: type, bytes: bytes) }
            } else if !line.contains(":") {
                // Lines with a colon are headers.
                block?.letters += Array(line.utf8)
            }
        }
        return nil
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return start[...end]
    }

    fileprivate func between(_ prefix: String, _ suffix: String) -> String? {
        guard hasPrefix(prefix), hasSuffix(suffix), count >= prefix.count + suffix.count else { return nil }
        return String(dropFirst(prefix.count).dropLast(suffix.count))
    }
}

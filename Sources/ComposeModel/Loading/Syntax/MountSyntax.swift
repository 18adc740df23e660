/// The short form of a mount: `[SOURCE:]TARGET[:OPTIONS]` (Compose Specification, "Services", `volumes`).
enum MountSyntax {
    struct Fault: Error, Equatable {
        let message: String
    }

    struct Mount: Equatable {
        var source = ""
        var target = ""
        var isReadOnly = false
        var skipsCopy = false
        var propagation: String?
        var labelling: String?
        /// Whether the source is a path, and not the name of a volume.
        var isBind: Bool { MountSyntax.isPath(source) }
    }

    static let propagations: Set<String> = ["rprivate", "private", "rshared", "shared", "rslave", "slave"]

    static func parse(_ text: String) throws(Fault) -> Mount {
        var mount = Mount()
        if text.isEmpty { throw Fault(message: "a mount is empty") }
        if text.utf8.count <= 2 {
            mount.target = text
            return mount
        }
        let sections = sections(of: text)
        for (index, section) in sections.enumerated() {
            let isLast = index == sections.count - 1
            if section.isEmpty { throw Fault(message: "the mount has an empty part between colons") }
            if mount.source.isEmpty, isLast {
                mount.target = section
            } else if mount.source.isEmpty {
                mount.source = section
            } else if mount.target.isEmpty {
                mount.target = section
            } else if !isLast {
                throw Fault(message: "the mount has too many colons")
            } else {
                for option in section.split(separator: ",") { set(String(option), of: &mount) }
            }
        }
        return mount
    }

    private static func set(_ option: String, of mount: inout Mount) {
        switch option {
        case "ro": mount.isReadOnly = true
        case "rw": mount.isReadOnly = false
        case "nocopy": mount.skipsCopy = true
        case "z", "Z": mount.labelling = option
        case _ where propagations.contains(option): mount.propagation = option
        default: break
        }
    }

    /// The parts between colons; the colon of a drive such as `C:\data` and those in a `${…}` do not part.
    private static func sections(of text: String) -> [String] {
        var sections: [String] = []
        var section: [UInt8] = []
        var open = 0
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") {
                open += 1
            } else if byte == UInt8(ascii: "}"), open > 0 {
                open -= 1
            } else if byte == UInt8(ascii: ":"), open == 0, !isDrive(section) {
                sections.append(String(decoding: section, as: UTF8.self))
                section.removeAll(keepingCapacity: true)
                continue
            }
            section.append(byte)
        }
        sections.append(String(decoding: section, as: UTF8.self))
        return sections
    }

    /// Whether a colon after `text` makes a Windows drive: after a single letter of any script.
    private static func isDrive(_ text: [UInt8]) -> Bool {
        guard text.count <= 4 else { return false }
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        guard scalars.count == 1, let only = scalars.first else { return false }
        return only.properties.isAlphabetic
    }

    static func isPath(_ source: String) -> Bool {
        guard let first = source.unicodeScalars.first else { return false }
        if first == "." || first == "/" || first == "~" || source.hasPrefix("\\\\") { return true }
        return first.properties.isAlphabetic && source.unicodeScalars.dropFirst().first == ":"
    }
}

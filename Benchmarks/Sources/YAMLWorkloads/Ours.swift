import Diagnostics
import YAMLTree

/// What this package does.
public enum Ours {
    /// Parses the bytes to trees.
    public static func parse(_ bytes: [UInt8]) throws -> [Node] {
        try YAMLReader().documents(in: bytes, file: "input.yaml")
    }

    /// Writes trees.
    public static func emit(_ documents: [Node]) -> String {
        YAMLWriter().text(documents)
    }
}

import Diagnostics
import YAMLTree
import Yams

/// What this package does.
public enum Ours {
    /// Parses the bytes to trees.
    public static func parse(_ bytes: [UInt8]) throws -> [YAMLTree.Node] {
        try YAMLReader().documents(in: bytes, file: "input.yaml")
    }

    /// Writes trees.
    public static func emit(_ documents: [YAMLTree.Node]) -> String {
        YAMLWriter().text(documents)
    }
}

/// What Yams does.
public enum Peer {
    /// Parses a text to Yams' trees.
    public static func parse(_ text: String) throws -> [Yams.Node] {
        try Array(Yams.compose_all(yaml: text))
    }

    /// Writes Yams' trees.
    public static func emit(_ documents: [Yams.Node]) throws -> String {
        try Yams.serialize(nodes: documents)
    }
}

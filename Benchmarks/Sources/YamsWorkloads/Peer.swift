import Yams

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

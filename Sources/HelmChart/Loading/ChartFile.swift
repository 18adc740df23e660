/// A file of a chart.
public struct ChartFile: Sendable, Hashable {
    /// The path within the chart, such as `templates/service.yaml`.
    public var name: String
    /// The content, without a byte-order mark.
    public var bytes: [UInt8]

    /// Creates a file.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Creates a file from text.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// `bytes` without a mark for UTF-8 at their start.
    static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
}

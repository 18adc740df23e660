public import Diagnostics

/// A text with the JSON of an inventory.
///
/// Of a Swarm: what `docker node inspect`, `docker service inspect`, `docker inspect --type task` or the API print, or an
/// object with lists under `nodes`, `services` and `tasks`. Of Rancher 1.x: what the API answers.
public struct InventorySource: Sendable {
    /// The name of the text.
    public var file: SourceFile
    /// The text in UTF-8.
    public var bytes: [UInt8]

    /// Creates a source.
    public init(_ bytes: [UInt8], file: SourceFile) {
        self.file = file
        self.bytes = bytes
    }
}

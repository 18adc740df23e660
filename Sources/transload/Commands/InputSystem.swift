import ArgumentParser
import Diagnostics
import YAMLTree

/// The orchestrators between which files are converted.
enum OrchestratorName: String, ExpressibleByArgument, CaseIterable {
    case compose, kubernetes
}

/// Tells Compose files from manifests.
enum InputSystem {
    /// The system of a file: Kubernetes if one of its documents has `apiVersion` and `kind`, else Compose.
    ///
    /// A text without the word `apiVersion` need not be parsed. In one that is no YAML, a line that begins with it
    /// decides, so that the reader of the right system reports what is wrong. O(n).
    static func recognise(_ bytes: [UInt8], file: SourceFile) -> OrchestratorName {
        let key = Array("apiVersion".utf8)
        guard let first = bytes.firstRange(of: key) else { return .compose }
        do {
            // As JSON, escapes of characters beyond 16 bits are pairs, which YAML does not know.
            let isJSON = bytes.first { $0 > UInt8(ascii: " ") } == UInt8(ascii: "{")
            let json = isJSON ? try? JSONReader().document(in: bytes, file: file) : nil
            let documents = if let json { [json] } else { try YAMLReader().documents(in: bytes, file: file) }
            return documents.contains { $0["apiVersion"] != nil && $0["kind"] != nil } ? .kubernetes : .compose
        } catch {
            let isAtStartOfLine = first.lowerBound == 0 || bytes[..<first.lowerBound].last == UInt8(ascii: "\n")
            return isAtStartOfLine ? .kubernetes : .compose
        }
    }
}

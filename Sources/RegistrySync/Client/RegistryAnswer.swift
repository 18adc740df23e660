import Diagnostics
import NIOCore
import YAMLTree

/// What a registry's answers with errors say.
enum RegistryAnswer {
    /// How much of an answer with an error is read.
    static let limit = 64 << 10

    /// The first error as `CODE: message`, or the beginning of a text that is not what registries should send; nil if it is
    /// empty. Control characters are left out: the text goes to terminals and logs.
    static func message(in body: ByteBuffer) -> String? {
        let bytes = Array(body.readableBytesView.prefix(limit))
        let answer = try? JSONReader(limits: ReadingLimits(bytes: limit, depth: 16))
            .document(in: bytes, file: SourceFile("answer"))
        let first = answer?["errors"]?.sequence?.first
        var text = [first?["code"]?.string(), first?["message"]?.string()].compactMap(\.self).joined(separator: ": ")
        if text.isEmpty { text = answer?["details"]?.string() ?? answer?["message"]?.string() ?? "" }
        if text.isEmpty, answer == nil { text = String(decoding: bytes, as: UTF8.self) }
        let printable = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        let line = String(String.UnicodeScalarView(printable.prefix(300)))
        return line.isEmpty ? nil : line
    }

    /// The codes of all errors, as the OCI Distribution Specification lists them.
    static func codes(in body: ByteBuffer) -> [String] {
        let answer = try? JSONReader(limits: ReadingLimits(bytes: limit, depth: 16))
            .document(in: Array(body.readableBytesView.prefix(limit)), file: SourceFile("answer"))
        return (answer?["errors"]?.sequence ?? []).compactMap { $0["code"]?.string() }
    }
}

import Synchronization

/// Texts that were parsed while templates ran. Charts run the same few texts many times, from many templates.
///
/// All copies of a set share one, also over threads: what a text means depends on the set's functions alone.
final class TextCache: Sendable {
    private struct Key: Hashable {
        var name: ByteString
        var text: ByteString
    }

    private struct State {
        var definitions: [Key: [TemplateDefinition]] = [:]
        var bytes = 0
    }

    /// Bytes of text that are kept; what comes later is parsed each time.
    private static let capacity = 16 << 20

    private let state = Mutex(State())

    func definitions(
        of text: ByteString,
        named name: ByteString,
        parse: () throws(TemplateError) -> [TemplateDefinition]
    ) throws(TemplateError) -> [TemplateDefinition] {
        let key = Key(name: name, text: text)
        if let known = state.withLock({ $0.definitions[key] }) { return known }
        let definitions = try parse()
        state.withLock { state in
            guard state.bytes < Self.capacity else { return }
            state.bytes += text.bytes.count
            state.definitions[key] = definitions
        }
        return definitions
    }
}

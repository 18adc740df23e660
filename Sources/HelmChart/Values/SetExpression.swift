import GoTemplate

/// The grammar of `--set` and its kin: `name.key[0]=value,other={a,b}`.
enum SetExpression {
    /// What the text behind `=` stands for.
    enum Values {
        /// `--set`: whole numbers, `true`, `false` and `null` are what they look like, all else is a string.
        case typed
        /// `--set-string`: strings.
        case strings
        /// `--set-json`: JSON, up to where it ends.
        case json
        /// `--set-literal`: one string up to the end, in which no character is special.
        case literal
        /// `--set-file`: the name of a file, whose contents the function gives.
        case files(@Sendable (_ name: ByteString) throws(FunctionError) -> Value)
    }

    /// Sets what `text` says in `target`. What precedes a fault stays set, as in Helm.
    ///
    /// - Throws: Helm's message, without the name of the option.
    static func apply(_ text: ByteString, as values: Values, to target: MapValue) throws(FunctionError) {
        var parser = SetParser(text.bytes, values)
        do {
            while true { try parser.key(in: target, level: 0) }
        } catch {
            if case .fault(let fault) = error { throw fault }
        }
    }
}

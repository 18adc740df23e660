import GoTemplate

extension FunctionTheme {
    /// Regular expressions: `regexMatch`, `regexReplaceAll` and so on. The names that begin with `must` differ in the
    /// text of the error for a wrong pattern.
    package static let regularExpressions = FunctionTheme { _ in
        let cache = PatternCache()
        var table = FunctionTable()
        add(to: &table, "regex") { pattern throws(FunctionError) in
            do throws(PatternError) {
                return try cache.expression(pattern)
            } catch {
                throw FunctionError("regexp: Compile(\(RegularExpression.quoted(pattern))): \(error)")
            }
        }
        add(to: &table, "mustRegex") { pattern throws(FunctionError) in
            do throws(PatternError) {
                return try cache.expression(pattern)
            } catch {
                throw FunctionError(error.description)
            }
        }
        // What is no pattern matches nothing.
        table["regexMatch"] = .typed { (pattern: ByteString, text: ByteString) in
            guard let expression = try? cache.expression(pattern) else { return false }
            return try limited { () throws(MatchLimitError) in try expression.matches(text) }
        }
        table["regexQuoteMeta"] = .typed(RegularExpression.escaped)
        return table
    }

    private typealias Compile = @Sendable (ByteString) throws(FunctionError) -> RegularExpression

    private static func add(to table: inout FunctionTable, _ prefix: ByteString, _ compile: @escaping Compile) {
        func name(_ rest: String) -> ByteString { ByteString(prefix.bytes + Array(rest.utf8)) }
        table[name("Match")] = .typed { (pattern: ByteString, text: ByteString) in
            let expression = try compile(pattern)
            return try limited { () throws(MatchLimitError) in try expression.matches(text) }
        }
        table[name("Find")] = .typed { (pattern: ByteString, text: ByteString) in
            let expression = try compile(pattern)
            return try limited { () throws(MatchLimitError) in try expression.find(in: text) }
        }
        table[name("FindAll")] = .typed { (pattern: ByteString, text: ByteString, count: Int) in
            let expression = try compile(pattern)
            let matches = try limited { () throws(MatchLimitError) in try expression.findAll(in: text, count: count) }
            return Value.list(.strings(matches.map { ByteString(Array(text.bytes[$0])) }))
        }
        table[name("ReplaceAll")] = .typed { (pattern: ByteString, text: ByteString, other: ByteString) in
            let expression = try compile(pattern)
            return try limited { () throws(MatchLimitError) in try expression.replaceAll(in: text, with: other) }
        }
        table[name("ReplaceAllLiteral")] = .typed { (pattern: ByteString, text: ByteString, other: ByteString) in
            let expression = try compile(pattern)
            return try limited { () throws(MatchLimitError) in
                try expression.replaceAllLiterally(in: text, with: other)
            }
        }
        table[name("Split")] = .typed { (pattern: ByteString, text: ByteString, count: Int) in
            let expression = try compile(pattern)
            let parts = try limited { () throws(MatchLimitError) in try expression.split(text, count: count) }
            return Value.list(.strings(parts))
        }
    }

    private static func limited<T>(_ body: () throws(MatchLimitError) -> T) throws(FunctionError) -> T {
        do throws(MatchLimitError) {
            return try body()
        } catch {
            throw FunctionError(error.description)
        }
    }
}

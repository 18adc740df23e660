import GoTemplate

extension FunctionTheme {
    /// Functions on texts: case, trimming, searching, quoting, indenting, abbreviating.
    package static let strings = FunctionTheme { _ in
        var table = FunctionTable()
        addCase(to: &table)
        addTrimming(to: &table)
        addSearching(to: &table)
        addQuoting(to: &table)
        addLayout(to: &table)
        return table
    }

    private static func addCase(to table: inout FunctionTable) {
        table["upper"] = .typed(LetterCase.upper as @Sendable (ByteString) -> ByteString)
        table["lower"] = .typed(LetterCase.lower as @Sendable (ByteString) -> ByteString)
        table["title"] = .typed(LetterCase.title as @Sendable (ByteString) -> ByteString)
        table["untitle"] = .typed(LetterCase.untitle)
        table["swapcase"] = .typed(LetterCase.swapCase)
        table["camelcase"] = .typed(CamelCase.join)
        table["snakecase"] = .typed { (text: ByteString) in ConnectedCase.join(text, with: "_") }
        table["kebabcase"] = .typed { (text: ByteString) in ConnectedCase.join(text, with: "-") }
    }

    private static func addTrimming(to table: inout FunctionTable) {
        table["trim"] = .typed(ByteSearch.trimSpace)
        table["trimAll"] = .typed(ByteSearch.trim as @Sendable (ByteString, ByteString) -> ByteString)
        table["trimall"] = table["trimAll"]
        table["trimPrefix"] = .typed { (prefix: ByteString, text: ByteString) in
            text.bytes.starts(with: prefix.bytes) ? ByteString(Array(text.bytes.dropFirst(prefix.bytes.count))) : text
        }
        table["trimSuffix"] = .typed { (suffix: ByteString, text: ByteString) in
            text.hasSuffix(suffix) ? ByteString(Array(text.bytes.dropLast(suffix.bytes.count))) : text
        }
        table["nospace"] = .typed(ByteLetters.withoutSpace)
        table["initials"] = .typed(ByteLetters.initials)
        table["trunc"] = .typed(Abbreviation.truncate)
        table["substr"] = .typed(Abbreviation.substring)
        table["abbrev"] = .typed(Abbreviation.abbreviate as @Sendable (Int, ByteString) -> ByteString)
        table["abbrevboth"] = .typed(Abbreviation.abbreviateBoth)
    }

    private static func addSearching(to table: inout FunctionTable) {
        table["contains"] = .typed { (part: ByteString, text: ByteString) in
            ByteSearch.first(part.bytes, in: text.bytes) != nil
        }
        table["hasPrefix"] = .typed { (prefix: ByteString, text: ByteString) in text.bytes.starts(with: prefix.bytes) }
        table["hasSuffix"] = .typed { (suffix: ByteString, text: ByteString) in text.hasSuffix(suffix) }
        table["replace"] = .typed(ByteSearch.replace)
    }

    private static func addQuoting(to table: inout FunctionTable) {
        table["quote"] = .variadic { (values: [Value]) in
            ByteString(joining: values.filter { !$0.isNil }.map { GoFormat.quote($0.textForm) }, " ")
        }
        table["squote"] = .variadic { (values: [Value]) in
            ByteString(joining: values.filter { !$0.isNil }.map { ByteString(quoting: GoFormat.value($0)) }, " ")
        }
        table["cat"] = .variadic { (values: [Value]) in
            ByteString(joining: values.filter { !$0.isNil }.map(GoFormat.value), " ")
        }
        table["toString"] = .typed { (value: Value) in value.textForm }
        table["plural"] = .typed { (one: ByteString, many: ByteString, count: Int) in count == 1 ? one : many }
        table["hello"] = TemplateFunction(Signature()) { _ in .text("Hello!") }
    }

    private static func addLayout(to table: inout FunctionTable) {
        table["indent"] = .typed { (width: Int, text: ByteString) in try Indentation.indent(width, text) }
        table["nindent"] = .typed { (width: Int, text: ByteString) in
            ByteString([UInt8(ascii: "\n")] + (try Indentation.indent(width, text).bytes))
        }
        table["repeat"] = .typed(Indentation.repeated)
        table["wrap"] = .typed(LineWrapping.wrap as @Sendable (Int, ByteString) throws -> ByteString)
        table["wrapWith"] = .typed(LineWrapping.wrap as @Sendable (Int, ByteString, ByteString) throws -> ByteString)
    }
}

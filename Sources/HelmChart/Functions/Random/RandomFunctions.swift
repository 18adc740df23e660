import GoTemplate

extension FunctionTheme {
    /// Functions that answer by chance, from the randomness of the environment. In a reproducible environment each
    /// answers with a stand-in of the right form.
    package static let random = FunctionTheme { environment in
        var table = FunctionTable()
        for (name, letters) in RandomLetters.sets {
            table[name] = .typed { (count: Int) in try letters.text(count, environment) }
        }
        table["randBytes"] = .typed { (count: Int) in
            if count < 0 { throw FunctionError.negativeLength }
            try ResultLimit.checkText(count, times: 2)
            let bytes =
                environment.isReproducible ? [UInt8](repeating: 0, count: count) : environment.randomBytes(count)
            return ByteString(Base64.encode(bytes))
        }
        table["randInt"] = .typed { (low: Int, high: Int) in try integer(low, high, environment) }
        table["shuffle"] = .typed { (text: ByteString) in
            if environment.isReproducible { return text }
            var generator = EnvironmentGenerator(environment)
            return ByteString(Runes.encode(Runes.decode(text.bytes).shuffled(using: &generator)))
        }
        table["uuidv4"] = TemplateFunction(Signature()) { _ in
            .text(environment.isReproducible ? "00000000-0000-4000-8000-000000000000" : uuid(environment))
        }
        return table
    }

    private static func integer(_ low: Int, _ high: Int, _ environment: RenderEnvironment) throws -> Int {
        if environment.isReproducible { return low }
        let (span, overflows) = high.subtractingReportingOverflow(low)
        if overflows || span <= 0 { throw FunctionError("invalid argument to Intn") }
        var generator = EnvironmentGenerator(environment)
        return Int.random(in: low..<high, using: &generator)
    }

    /// A UUID of version 4.
    private static func uuid(_ environment: RenderEnvironment) -> String {
        var bytes = environment.randomBytes(16)
        guard bytes.count == 16 else { return "" }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
        return groups.joined(separator: "-")
    }
}

/// The options that a program takes, as far as they leave alone what the program asks for.
struct CommandOptions {
    /// Options without a value; those of one letter may stand together behind one hyphen.
    let flags: Set<String>
    /// Options with a value.
    let valued: Set<String>

    /// Arguments by what they are.
    struct Parsed {
        var flags: Set<String> = []
        var values: [(name: String, value: String)] = []
        var operands: [String] = []

        /// The last value of an option, which counts.
        func value(_ names: String...) -> String? { values.last { names.contains($0.name) }?.value }
    }

    /// Sorts `arguments`; nil for options that are not known, whose meaning would be lost.
    func parse(_ arguments: ArraySlice<String>) -> Parsed? {
        var parsed = Parsed()
        var rest = arguments
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-"), argument != "-" else {
                parsed.operands.append(argument)
                continue
            }
            let name = String(argument.drop { $0 == "-" })
            let parts = name.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if flags.contains(name) {
                parsed.flags.insert(name)
            } else if parts.count == 2, valued.contains(parts[0]) {
                parsed.values.append((parts[0], parts[1]))
            } else if valued.contains(name) {
                guard let value = rest.popFirst() else { return nil }
                parsed.values.append((name, value))
            } else {
                guard !argument.hasPrefix("--"), letters(name, &rest, &parsed) else { return nil }
            }
        }
        return parsed
    }

    /// Options of one letter that stand together, of which the last may have its value behind it.
    private func letters(_ text: String, _ rest: inout ArraySlice<String>, _ parsed: inout Parsed) -> Bool {
        var letters = Substring(text)
        while let letter = letters.popFirst().map(String.init) {
            if flags.contains(letter) {
                parsed.flags.insert(letter)
            } else if valued.contains(letter) {
                guard let value = letters.isEmpty ? rest.popFirst() : String(letters) else { return false }
                parsed.values.append((letter, value))
                return true
            } else {
                return false
            }
        }
        return true
    }
}

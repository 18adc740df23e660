/// Splits a command given as one text into its words, as the reference does: blanks separate, quotes and backslashes
/// protect, and nothing is expanded.
enum ShellWords {
    struct Fault: Error, Equatable {}

    struct Words: Equatable {
        var words: [String]
        /// What follows the first `;`, `&`, `|`, `<` or `>` outside quotes: no shell runs, and the reference drops it.
        var dropped: String?
    }

    static func split(_ text: String) throws(Fault) -> Words {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var isWord = false
        var (isEscaped, isDouble, isSingle, isBackquote, isDollar) = (false, false, false, false, false)
        var dropped: String?
        let scalars = text.unicodeScalars
        scan: for index in scalars.indices {
            let scalar = scalars[index]
            if isEscaped {
                word.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
                isEscaped = false
                isWord = true
                continue
            }
            switch scalar {
            case "\\" where !isSingle:
                isEscaped = true
                continue
            case " ", "\t", "\r", "\n":
                if isSingle || isDouble || isBackquote || isDollar {
                    word.append(scalar)
                } else if isWord {
                    words.append(String(word))
                    word = String.UnicodeScalarView()
                    isWord = false
                }
                continue
            case "`" where !isSingle && !isDouble && !isDollar: isBackquote.toggle()
            case ")" where !isSingle && !isDouble && !isBackquote: isDollar.toggle()
            case "(" where !isSingle && !isDouble && !isBackquote:
                guard !isDollar, word.last == "$" else { throw Fault() }
                isDollar = true
                word.append(scalar)
                continue
            case "\"" where !isSingle && !isDollar:
                if isDouble { isWord = true }
                isDouble.toggle()
                continue
            case "'" where !isDouble && !isDollar:
                if isSingle { isWord = true }
                isSingle.toggle()
                continue
            case ";", "&", "|", "<", ">":
                guard isSingle || isDouble || isBackquote || isDollar else {
                    if scalar == ">", let first = word.first, ("0"..."9").contains(first) { isWord = false }
                    dropped = String(scalars[index...])
                    break scan
                }
            default: break
            }
            isWord = true
            word.append(scalar)
        }
        if isWord { words.append(String(word)) }
        if isEscaped || isSingle || isDouble || isBackquote || isDollar { throw Fault() }
        return Words(words: words, dropped: dropped)
    }
}

/// The order of keys in yaml.v2: letters after all else, runs of digits by their numbers.
struct NaturalOrder: Comparable {
    private let scalars: [Unicode.Scalar]

    init(_ text: [UInt8]) {
        scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    }

    static func == (a: NaturalOrder, b: NaturalOrder) -> Bool { a.scalars == b.scalars }

    static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
        let a = left.scalars
        let b = right.scalars
        guard let difference = zip(a, b).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            return a.count < b.count
        }
        let isLetter = (isLetter(a[difference]), isLetter(b[difference]))
        if isLetter.0 && isLetter.1 { return a[difference] < b[difference] }
        if isLetter.0 || isLetter.1 { return isLetter.1 }
        // A zero within a number counts, one before it does not.
        var start: Int64 = 0
        if a[difference] == "0" || b[difference] == "0" {
            let digits = a[..<difference].reversed().prefix(while: isDigit)
            if digits.contains(where: { $0 != "0" }) { start = 1 }
        }
        let first = number(in: a, from: difference, start: start)
        let second = number(in: b, from: difference, start: start)
        if first.value != second.value { return first.value < second.value }
        if first.end != second.end { return first.end < second.end }
        return a[difference] < b[difference]
    }

    private static func number(in text: [Unicode.Scalar], from start: Int, start value: Int64) -> (
        value: Int64, end: Int
    ) {
        var value = value
        var end = start
        while end < text.count, isDigit(text[end]) {
            value = value &* 10 &+ Int64(text[end].value) &- 48
            end += 1
        }
        return (value, end)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.generalCategory == .decimalNumber
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }
}

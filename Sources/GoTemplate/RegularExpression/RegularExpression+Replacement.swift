extension RegularExpression {
    /// Replaces all matches by a template in which `$1`, `${1}`, `$name` and `${name}` stand for captures and `$$` for
    /// a dollar sign. A name without braces is as long as can be: `$1x` is `${1x}`.
    package func replaceAll(in text: ByteString, with template: ByteString) throws(MatchLimitError) -> ByteString {
        guard template.bytes.contains(UInt8(ascii: "$")) else {
            return try replaceAllLiterally(in: text, with: template)
        }
        return try replaceAll(in: text, captures: captureNames.count - 1) { match, result in
            expand(template.bytes, match, text.bytes, into: &result)
        }
    }

    /// Replaces all matches by a text.
    package func replaceAllLiterally(in text: ByteString, with other: ByteString) throws(MatchLimitError) -> ByteString
    {
        try replaceAll(in: text, captures: 0) { _, result in result += other.bytes }
    }

    private func replaceAll(
        in text: ByteString,
        captures: Int,
        _ append: (_ match: [Int], _ result: inout [UInt8]) -> Void
    ) throws(MatchLimitError) -> ByteString {
        let bytes = text.bytes
        var matcher = matcher(for: bytes, captures: captures)
        var result: [UInt8] = []
        var end = 0
        var position = 0
        while position <= bytes.count, let match = try matcher.match(from: position) {
            result += bytes[end..<match[0]]
            // An empty match right after another is none.
            if match[1] > end || match[0] == 0 { append(match, &result) }
            end = match[1]
            let width = position < bytes.count ? bytes.rune(at: position).width : 1
            position = max(position + width, match[1])
        }
        return ByteString(result + bytes[end...])
    }

    private func expand(_ template: [UInt8], _ match: [Int], _ text: [UInt8], into result: inout [UInt8]) {
        var index = 0
        while index < template.count {
            let byte = template[index]
            index += 1
            guard byte == UInt8(ascii: "$") else {
                result.append(byte)
                continue
            }
            if index < template.count, template[index] == UInt8(ascii: "$") {
                result.append(byte)
                index += 1
            } else if let name = captureName(in: template, at: &index) {
                if let bounds = bounds(of: name, in: match) { result += text[bounds] }
            } else {
                result.append(byte)
            }
        }
    }

    /// Reads the name after a dollar sign; nil, with the index where it was, if there is none.
    private func captureName(in template: [UInt8], at index: inout Int) -> [UInt8]? {
        var position = index
        let hasBrace = position < template.count && template[position] == UInt8(ascii: "{")
        if hasBrace { position += 1 }
        let start = position
        while position < template.count {
            let (rune, width) = template.rune(at: position)
            guard RuneClass.isAlphanumeric(rune) else { break }
            position += width
        }
        guard position > start else { return nil }
        let name = Array(template[start..<position])
        if hasBrace {
            guard position < template.count, template[position] == UInt8(ascii: "}") else { return nil }
            position += 1
        }
        index = position
        return name
    }

    private func bounds(of name: [UInt8], in match: [Int]) -> Range<Int>? {
        let isNumber = name.allSatisfy(RuneClass.isDigit) && (name.count == 1 || name[0] != UInt8(ascii: "0"))
        if isNumber, name.count <= 9 {
            let number = Int(String(decoding: name, as: UTF8.self)) ?? 0
            return range(number, in: match)
        }
        for (number, known) in captureNames.enumerated() where known?.bytes == name {
            if let range = range(number, in: match) { return range }
        }
        return nil
    }

    private func range(_ number: Int, in match: [Int]) -> Range<Int>? {
        guard 2 * number + 1 < match.count, match[2 * number] >= 0 else { return nil }
        return match[2 * number]..<match[2 * number + 1]
    }
}

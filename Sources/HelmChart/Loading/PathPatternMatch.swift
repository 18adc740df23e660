/// The patterns of Go's `path/filepath.Match`: `*` and `?` do not cross a `/`; `[a-z]` and `[^a-z]` are classes.
enum PathPatternMatch {
    case matches
    case differs
    /// The pattern itself is wrong.
    case malformed

    /// Compares a whole path with a pattern. O(path * pattern).
    static func matches(_ path: [UInt8], _ pattern: [UInt8]) -> PathPatternMatch {
        var matcher = Matcher(path: scalars(path), pattern: scalars(pattern))
        guard matcher.isWellFormed else { return .malformed }
        return matcher.run() ? .matches : .differs
    }

    private static func scalars(_ bytes: [UInt8]) -> [UInt32] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    }

    private struct Matcher {
        let path: [UInt32]
        let pattern: [UInt32]

        private static let slash = UInt32(UInt8(ascii: "/"))
        private static let star = UInt32(UInt8(ascii: "*"))
        private static let question = UInt32(UInt8(ascii: "?"))
        private static let open = UInt32(UInt8(ascii: "["))
        private static let close = UInt32(UInt8(ascii: "]"))
        private static let caret = UInt32(UInt8(ascii: "^"))
        private static let dash = UInt32(UInt8(ascii: "-"))
        private static let backslash = UInt32(UInt8(ascii: "\\"))

        /// Whether every class is closed and every backslash is followed by something.
        var isWellFormed: Bool {
            var at = 0
            while at < pattern.count {
                guard let end = element(at)?.end else { return false }
                at = end
            }
            return true
        }

        /// Greedy, with a return to the last star: linear in practice, never exponential.
        mutating func run() -> Bool {
            var at = 0
            var position = 0
            var retry: (pattern: Int, path: Int)?
            while true {
                if at < pattern.count, pattern[at] == Self.star {
                    retry = (at + 1, position)
                    at += 1
                    continue
                }
                if at == pattern.count, position == path.count { return true }
                if at < pattern.count, position < path.count, let element = element(at), element.accepts(path[position])
                {
                    at = element.end
                    position += 1
                    continue
                }
                guard let last = retry, last.path < path.count, path[last.path] != Self.slash else { return false }
                retry = (last.pattern, last.path + 1)
                at = last.pattern
                position = last.path + 1
            }
        }

        /// One element of the pattern that is no star; nil if it is malformed.
        private func element(_ at: Int) -> (end: Int, accepts: (UInt32) -> Bool)? {
            switch pattern[at] {
            case Self.star, Self.question: return (at + 1, { $0 != Self.slash })
            case Self.open: return characterClass(at + 1)
            case Self.backslash:
                guard at + 1 < pattern.count else { return nil }
                let wanted = pattern[at + 1]
                return (at + 2, { $0 == wanted })
            case let wanted: return (at + 1, { $0 == wanted })
            }
        }

        private func characterClass(_ start: Int) -> (end: Int, accepts: (UInt32) -> Bool)? {
            var at = start
            let isNegated = at < pattern.count && pattern[at] == Self.caret
            if isNegated { at += 1 }
            var ranges: [ClosedRange<UInt32>] = []
            while at < pattern.count {
                if pattern[at] == Self.close, !ranges.isEmpty {
                    let all = ranges
                    return (at + 1, { scalar in all.contains { $0.contains(scalar) } != isNegated })
                }
                guard let low = bound(&at) else { return nil }
                var high = low
                if at < pattern.count, pattern[at] == Self.dash {
                    at += 1
                    guard let upper = bound(&at) else { return nil }
                    high = upper
                }
                // A range that runs backwards holds nothing.
                ranges.append(low <= high ? low...high : UInt32.max...UInt32.max)
            }
            return nil
        }

        private func bound(_ at: inout Int) -> UInt32? {
            guard at < pattern.count, pattern[at] != Self.dash, pattern[at] != Self.close else { return nil }
            if pattern[at] == Self.backslash { at += 1 }
            guard at < pattern.count else { return nil }
            defer { at += 1 }
            return at + 1 < pattern.count ? pattern[at] : nil
        }
    }
}

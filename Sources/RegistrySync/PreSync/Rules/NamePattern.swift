/// A pattern for names of repositories and tags: `*` stands for any characters but `/`, `**` for any at all, `?` for one
/// character but `/`. Everything else stands for itself.
public struct NamePattern: Sendable, Hashable, CustomStringConvertible {
    private enum Element: Sendable, Hashable {
        case byte(UInt8)
        case one
        case many
        case all
    }

    /// The pattern as it was written.
    public let description: String
    private let elements: [Element]

    /// Reads a pattern; every text is one.
    public init(_ text: String) {
        description = text
        var elements: [Element] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "*") where elements.last == .many: elements[elements.count - 1] = .all
            case UInt8(ascii: "*") where elements.last == .all: break
            case UInt8(ascii: "*"): elements.append(.many)
            case UInt8(ascii: "?"): elements.append(.one)
            default: elements.append(.byte(byte))
            }
        }
        self.elements = elements
    }

    /// Whether the whole name fits. O(n * m) at worst: every position of the pattern is followed at once.
    public func matches(_ name: String) -> Bool {
        var places = reach([0])
        for byte in name.utf8 {
            var next: Set<Int> = []
            for place in places where place < elements.count {
                switch elements[place] {
                case .byte(let wanted): if wanted == byte { next.insert(place + 1) }
                case .one: if byte != UInt8(ascii: "/") { next.insert(place + 1) }
                case .many: if byte != UInt8(ascii: "/") { next.insert(place) }
                case .all: next.insert(place)
                }
            }
            places = reach(next)
            if places.isEmpty { return false }
        }
        return places.contains(elements.count)
    }

    /// The places that can be reached without a character: a star may stand for nothing.
    private func reach(_ places: Set<Int>) -> Set<Int> {
        var reached = places
        for place in places {
            var place = place
            while place < elements.count, elements[place] == .many || elements[place] == .all {
                place += 1
                reached.insert(place)
            }
        }
        return reached
    }
}

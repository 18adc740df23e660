/// The forms of which the tables are made.
extension Shape {
    /// Anything.
    static let anything = Shape(isFree: true)
    /// A string.
    static let text = Shape(kinds: .string)
    /// A Boolean, or a string that holds one.
    static let flag = Shape(kinds: [.bool, .string])
    /// A Boolean and nothing else.
    static let strictFlag = Shape(kinds: .bool)
    /// An integer, or a string that holds one.
    static let count = Shape(kinds: [.integer, .string])
    /// A number, or a string that holds one, perhaps with a unit.
    static let amount = Shape(kinds: [.number, .string])
    /// A scalar other than null.
    static let scalar = Shape(kinds: [.string, .number, .bool])
    /// A list of strings.
    static let texts = Shape.list(of: .text)
    /// A list of strings that differ.
    static let textSet = Shape.set(of: .text)
    /// A string, or a list of strings.
    static let textOrTexts = text.or(texts)
    /// A string, or a list of strings that differ.
    static let textOrTextSet = text.or(textSet)
    /// A mapping to scalars, or a list of `key=value`.
    static let pairs = Shape.map(of: Shape.scalar.orNull).or(texts)
    /// A mapping to scalars, or a list of `key=value` that differ.
    static let pairSet = Shape.map(of: Shape.scalar.orNull).or(textSet)
    /// A mapping to strings and numbers.
    static let options = Shape.map(of: .amount)
    /// A command line, or a list of arguments.
    static let command = textOrTexts.orNull

    /// One of some words.
    static func words(_ words: String...) -> Shape { Shape(kinds: .string, rule: .words(words)) }

    /// An integer in a range, or a string that holds an integer.
    static func integer(_ range: ClosedRange<Int>) -> Shape { Shape(kinds: [.integer, .string], rule: .range(range)) }

    /// A list.
    static func list(of items: Shape) -> Shape { Shape(list: ListShape(items, isSet: false)) }

    /// A list whose items differ.
    static func set(of items: Shape) -> Shape { Shape(list: ListShape(items, isSet: true)) }

    /// A mapping with these keys.
    static func mapping(_ mapping: MappingShape) -> Shape { Shape(mapping: mapping) }

    /// A mapping with any keys but the empty one.
    static func map(of values: Shape) -> Shape {
        .mapping(MappingShape([:], others: .named(.notEmpty, values), takesExtensions: false))
    }

    /// A mapping from names of resources.
    static func resources(_ values: Shape, rule: NameRule = .resource) -> Shape {
        .mapping(MappingShape([:], others: .named(rule, values), takesExtensions: false))
    }
}

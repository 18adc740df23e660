/// Runs a program over a text: all threads in step, in the order in which their matches are preferred, each
/// instruction at most once for each scalar. So time grows with the product of the lengths of program and text.
struct Matcher {
    /// The threads at a place, in order, with the places that they kept.
    private struct Threads {
        var instructions: [Int32] = []
        var slots: [Int] = []
        /// For each instruction the round in which it was visited last.
        var visits: [UInt32]
        var round: UInt32 = 0

        init(count: Int) {
            visits = [UInt32](repeating: 0, count: count)
        }

        mutating func removeAll() {
            instructions.removeAll(keepingCapacity: true)
            slots.removeAll(keepingCapacity: true)
            round &+= 1
            if round == 0 {
                for index in visits.indices { visits[index] = 0 }
                round = 1
            }
        }
    }

    /// What a thread has still to do at a place.
    private enum Task {
        case visit(Int32)
        case restore(slot: Int, value: Int)
    }

    private let program: Program
    private let text: [UInt8]
    private let slotCount: Int
    private var current: Threads
    private var next: Threads
    private var tasks: [Task] = []
    private var slots: [Int]
    private let limit: Int
    /// How many instructions were visited.
    private(set) var steps = 0

    /// A matcher that keeps the first `slotCount` places: two for each capture, the whole match being the first.
    init(_ program: Program, _ text: [UInt8], slotCount: Int, limit: Int) {
        self.program = program
        self.text = text
        self.slotCount = slotCount
        self.limit = limit
        current = Threads(count: program.instructions.count)
        next = current
        slots = [Int](repeating: -1, count: slotCount)
    }

    /// The places of the first match at `start` or later, -1 for captures that took no part; nil if there is none.
    mutating func match(from start: Int) throws(MatchLimitError) -> [Int]? {
        if program.isAnchored, start > 0 { return nil }
        var found: [Int]?
        var position = start
        current.removeAll()
        while true {
            if current.instructions.isEmpty {
                if found != nil || (program.isAnchored && position > start) { break }
                guard let candidate = candidate(from: position) else { break }
                position = candidate
            }
            if found == nil, !program.isAnchored || position == 0 {
                for index in slots.indices { slots[index] = -1 }
                swap(&current, &next)
                add(program.start, at: position)
                swap(&current, &next)
            }
            if steps > limit { throw MatchLimitError() }
            guard position < text.count else {
                finish(&found)
                break
            }
            let (rune, width) = text.rune(at: position)
            step(rune, to: position + width, &found)
            swap(&current, &next)
            position += width
        }
        return found
    }

    /// The next place at which a match can begin.
    private func candidate(from position: Int) -> Int? {
        guard let first = program.prefix.first else { return position }
        var position = position
        while position + program.prefix.count <= text.count {
            guard let found = text[position...].firstIndex(of: first) else { return nil }
            if text[found...].starts(with: program.prefix) { return found }
            position = found + 1
        }
        return nil
    }

    /// Lets each thread take a scalar.
    private mutating func step(_ rune: UInt32, to position: Int, _ found: inout [Int]?) {
        next.removeAll()
        for (index, number) in current.instructions.enumerated() {
            let instruction = program.instructions[Int(number)]
            let isTaken: Bool
            switch instruction.operation {
            case .rune: isTaken = UInt32(bitPattern: instruction.argument) == rune
            case .set: isTaken = program.sets[Int(instruction.argument)].contains(rune)
            default:
                // A match: what comes after is preferred less.
                found = Array(current.slots[(index * slotCount)..<((index + 1) * slotCount)])
                return
            }
            guard isTaken else { continue }
            for slot in 0..<slotCount { slots[slot] = current.slots[index * slotCount + slot] }
            add(instruction.next, at: position)
        }
    }

    /// Takes the first match at the end of the text.
    private func finish(_ found: inout [Int]?) {
        guard
            let index = current.instructions.firstIndex(where: {
                program.instructions[Int($0)].operation == .match
            })
        else { return }
        found = Array(current.slots[(index * slotCount)..<((index + 1) * slotCount)])
    }

    /// Adds the threads that `number` becomes at a place without taking anything to the next ones.
    private mutating func add(_ number: Int32, at position: Int) {
        tasks.append(.visit(number))
        while let task = tasks.popLast() {
            guard case .visit(let number) = task else {
                if case .restore(let slot, let value) = task { slots[slot] = value }
                continue
            }
            let index = Int(number)
            guard next.visits[index] != next.round else { continue }
            next.visits[index] = next.round
            steps += 1
            let instruction = program.instructions[index]
            switch instruction.operation {
            case .rune, .set, .match:
                next.instructions.append(number)
                next.slots.append(contentsOf: slots)
            case .fork:
                tasks.append(.visit(instruction.argument))
                tasks.append(.visit(instruction.next))
            case .save:
                let slot = Int(instruction.argument)
                if slot < slotCount {
                    tasks.append(.restore(slot: slot, value: slots[slot]))
                    slots[slot] = position
                }
                tasks.append(.visit(instruction.next))
            case .assert:
                if holds(instruction.argument, at: position) { tasks.append(.visit(instruction.next)) }
            }
        }
    }

    private func holds(_ assertion: Int32, at position: Int) -> Bool {
        let before = position > 0 ? text[position - 1] : nil
        let after = position < text.count ? text[position] : nil
        return switch PatternNode.Assertion(rawValue: assertion) {
        case .textStart: before == nil
        case .textEnd: after == nil
        case .lineStart: before == nil || before == 0x0A
        case .lineEnd: after == nil || after == 0x0A
        case .wordBoundary: isWord(before) != isWord(after)
        case .noWordBoundary: isWord(before) == isWord(after)
        case nil: false
        }
    }

    private func isWord(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return RuneClass.isLetter(byte) || RuneClass.isDigit(byte) || byte == UInt8(ascii: "_")
    }
}

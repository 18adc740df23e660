/// Makes a program of a pattern's tree, from its end to its start: each part is told where to go on.
struct Compiler {
    private var program = Program()
    private var numbers: [RuneSet: Int32] = [:]

    /// The program of a pattern. Trees of any height are compiled, on a large stack if need be.
    static func compile(_ root: PatternNode) -> Program {
        // A height of 30 takes a few kilobytes, which any thread has.
        root.height > 30 ? StackSpace.withLargeStack { compiled(root) } : compiled(root)
    }

    private static func compiled(_ root: PatternNode) -> Program {
        var compiler = Compiler()
        let match = compiler.add(.match)
        let end = compiler.add(.save, next: match, argument: 1)
        let body = compiler.emit(root, then: end)
        compiler.program.start = compiler.add(.save, next: body, argument: 0)
        compiler.findStart(from: body)
        return compiler.program
    }

    private mutating func add(_ operation: Program.Operation, next: Int32 = 0, argument: Int32 = 0) -> Int32 {
        program.instructions.append(.init(operation: operation, next: next, argument: argument))
        return Int32(truncatingIfNeeded: program.instructions.count - 1)
    }

    private mutating func emit(_ node: PatternNode, then next: Int32) -> Int32 {
        switch node.kind {
        case .empty: return next
        case .rune(let rune): return add(.rune, next: next, argument: Int32(bitPattern: rune))
        case .set(let set): return add(.set, next: next, argument: number(of: set))
        case .assertion(let assertion): return add(.assert, next: next, argument: assertion.rawValue)
        case .capture(let number, let part):
            let slot = Int32(truncatingIfNeeded: 2 * number)
            let end = add(.save, next: next, argument: slot + 1)
            return add(.save, next: emit(part, then: end), argument: slot)
        case .sequence(let parts):
            return parts.reversed().reduce(next) { emit($1, then: $0) }
        case .alternatives(let parts):
            var start: Int32?
            for part in parts.reversed() {
                let body = emit(part, then: next)
                start = start.map { add(.fork, next: body, argument: $0) } ?? body
            }
            return start ?? next
        case .repetition(let part, let minimum, let maximum, let isLazy):
            return emit(part, minimum, maximum, isLazy, then: next)
        }
    }

    private mutating func emit(
        _ part: PatternNode,
        _ minimum: Int,
        _ maximum: Int?,
        _ isLazy: Bool,
        then next: Int32
    ) -> Int32 {
        if case .empty = part.kind { return next }
        var start = next
        var required = minimum
        if let maximum {
            for _ in 0..<(maximum - minimum) {
                start = fork(to: emit(part, then: start), past: next, isLazy)
            }
        } else {
            // The last of the required ones is the first of the loop, unless none is.
            let loop = add(.fork)
            let body = emit(part, then: loop)
            program.instructions[Int(loop)] = instruction(to: body, past: next, isLazy)
            if required > 0 {
                start = body
                required -= 1
            } else {
                // What can match nothing goes through its body before the loop decides: this keeps the order in which
                // matches are preferred.
                start = part.isNullable ? fork(to: body, past: next, isLazy) : loop
            }
        }
        for _ in 0..<required { start = emit(part, then: start) }
        return start
    }

    private mutating func fork(to body: Int32, past next: Int32, _ isLazy: Bool) -> Int32 {
        program.instructions.append(instruction(to: body, past: next, isLazy))
        return Int32(truncatingIfNeeded: program.instructions.count - 1)
    }

    private func instruction(to body: Int32, past next: Int32, _ isLazy: Bool) -> Program.Instruction {
        .init(operation: .fork, next: isLazy ? next : body, argument: isLazy ? body : next)
    }

    private mutating func number(of set: RuneSet) -> Int32 {
        if let number = numbers[set] { return number }
        let number = Int32(truncatingIfNeeded: program.sets.count)
        program.sets.append(Program.Set(set))
        numbers[set] = number
        return number
    }

    /// Finds what every match begins with.
    private mutating func findStart(from start: Int32) {
        var position = Int(start)
        while true {
            let instruction = program.instructions[position]
            switch instruction.operation {
            case .save: break
            case .rune where UInt32(bitPattern: instruction.argument) != 0xFFFD:
                program.prefix.append(rune: UInt32(bitPattern: instruction.argument))
            case .assert
            where program.prefix.isEmpty
                && instruction.argument == PatternNode.Assertion.textStart.rawValue:
                program.isAnchored = true
            default: return
            }
            position = Int(instruction.next)
        }
    }
}

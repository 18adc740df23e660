import Eviction
import Testing

@Suite struct TraceReaderTests {
    /// Reads in pieces of so many bytes.
    private func read(
        _ bytes: [UInt8],
        _ format: TraceFormat,
        piece: Int = .max,
        skipsFaults: Bool = false
    ) throws -> Trace {
        var reader = TraceReader(format, file: "t", skipsFaults: skipsFaults)
        var rest = bytes[...]
        while !rest.isEmpty {
            try reader.read(Array(rest.prefix(piece)))
            rest = rest.dropFirst(piece)
        }
        return try reader.finish()
    }

    private func record(_ time: UInt32, _ name: UInt64, _ size: UInt32, _ next: Int64) -> [UInt8] {
        func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
            (0..<MemoryLayout<Number>.size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return bytes(time) + bytes(name) + bytes(size) + bytes(next)
    }

    @Test("pieces may cut anywhere", arguments: [1, 2, 7, 24, 1000]) func pieces(_ piece: Int) throws {
        let names = try read(Array("7\n*\n\n9\r\n7\n12".utf8), .names, piece: piece)
        #expect(names.objects == [0, 1, 0, 2])
        #expect(names.names == [7, 9, 12])
        let sized = try read(Array("10 5 100\n11 6 \t 200\n".utf8), .timeNameSize, piece: piece)
        #expect(sized.times == [10, 11])
        #expect(sized.sizes == [100, 200])
        let records = record(3, 70, 512, 3) + record(4, 71, 9, -1) + record(5, 70, 512, -1)
        let oracle = try read(records, .oracleGeneral, piece: piece)
        #expect(oracle.names == [70, 71])
        #expect(oracle.objects == [0, 1, 0])
        #expect(oracle.times == [3, 4, 5])
        #expect(oracle.sizes == [512, 9, 512])
        #expect(oracle.nextUses() == [2, 3, 3])
        #expect(try read([0, 0, 1, 2, 0, 0, 1, 3], .names32, piece: piece).names == [258, 259])
        #expect(try read([0, 0, 0, 0, 0, 0, 1, 2], .names64, piece: piece).names == [258])
    }

    @Test func csv() throws {
        let text = """
            "kind, of",name,when
            x,"web,1",2024-11-15 16:57:51
            y,db,2024-11-15T16:57:50
            z,"web,1",2025-03-01 00:00:00

            """
        let trace = try read(Array(text.utf8), .csv(name: "name", time: "when"))
        #expect(trace.objects == [0, 1, 0])
        #expect(trace.timeReversals == 1)
        #expect(trace.times[0] - trace.times[1] == 1)
        #expect(trace.times[2] - trace.times[0] == 106 * 86_400 - 61_071)
        let sorted = trace.sortedByTime()
        #expect(sorted.objects == [0, 1, 1])
        #expect(sorted.timeReversals == 0)
    }

    private static let faults: [(String, TraceFormat, TraceError.Code, Int, Int)] = [
        ("1 2 3\n4 5\n", .timeNameSize, .missingColumn, 2, 3),
        ("1 2 3\n4 5 -6\n", .timeNameSize, .invalidNumber, 2, 5),
        ("1 2 99999999999999999999\n", .timeNameSize, .invalidNumber, 1, 5),
        ("id\n1\n", .csv(name: "name"), .unknownColumn, 1, 1),
        ("name,b\n,2\n", .csv(name: "name"), .emptyName, 2, 1),
    ]

    @Test("names may be words") func words() throws {
        let trace = try read(Array("nginx:1.27\nredis:7\nnginx:1.27\n".utf8), .names)
        #expect(trace.objects == [0, 1, 0])
        #expect(trace.objectCount == 2)
    }

    @Test("errors say where", arguments: faults)
    func places(_ text: String, _ format: TraceFormat, _ code: TraceError.Code, _ line: Int, _ column: Int) {
        #expect(throws: TraceError(code, at: .line(line, column: column), in: "t")) {
            try read(Array(text.utf8), format)
        }
    }

    @Test func records() throws {
        let good = record(1, 2, 3, -1)
        #expect(throws: TraceError(.truncatedRecord, at: .record(2, byte: 24), in: "t")) {
            try read(good + [1, 2, 3], .oracleGeneral)
        }
        #expect(throws: TraceError(.invalidNextUse, at: .record(2, byte: 24), in: "t")) {
            try read(good + record(1, 2, 3, 2), .oracleGeneral)
        }
        #expect(throws: TraceError(.lineTooLong, at: .line(1, column: 1), in: "t")) {
            try read([UInt8](repeating: 49, count: TraceReader.lineLimit + 1), .names)
        }
        #expect(TraceError(.emptyName, at: .line(3, column: 4), in: "f").description.hasPrefix("f:3:4: "))
    }

    @Test("on request faults are counted and left out") func skipping() throws {
        let text = try read(Array("1 1 8\n2 1 x\n3 2 8\n".utf8), .timeNameSize, skipsFaults: true)
        #expect(text.names == [1, 2])
        #expect(text.skipped == 1)
        let cut = try read(record(1, 2, 3, -1) + [1], .oracleGeneral, skipsFaults: true)
        #expect(cut.count == 1)
        #expect(cut.skipped == 1)
    }

    @Test(
        "any bytes are read or refused",
        arguments: [TraceFormat.names, .timeNameSize, .csv(name: "a"), .oracleGeneral]
    )
    func anyBytes(_ format: TraceFormat) {
        var generator = SystemRandomNumberGenerator()
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) & 0x3F }
            let trace = try? read(bytes, format, piece: 13)
            #expect((trace?.objects.allSatisfy { Int($0) < (trace?.objectCount ?? 0) }) ?? true)
        }
    }
}

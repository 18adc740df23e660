import Foundation
import Eviction

/// libCacheSim through its Python package, on a trace in its own format.
final class Peer {
    private let file: URL
    private let python: String

    /// Writes the trace; nil if the package is not installed.
    init?(_ trace: Trace) throws {
        python = ProcessInfo.processInfo.environment["TRANSLOAD_PYTHON"] ?? "python3"
        file = FileManager.default.temporaryDirectory.appending(
            path: "eviction-\(ProcessInfo.processInfo.processIdentifier).bin"
        )
        guard try Self.output(of: python, ["-c", "import libcachesim; print(1)"]) == "1" else { return nil }
        var records = Data(capacity: trace.count * 24)
        for (index, next) in trace.nextUses().enumerated() {
            let useAfter = next == trace.count ? -1 : Int64(next + 1)
            withUnsafeBytes(of: UInt32(index / 100).littleEndian) { records.append(contentsOf: $0) }
            withUnsafeBytes(of: (UInt64(trace.objects[index]) + 1).littleEndian) { records.append(contentsOf: $0) }
            withUnsafeBytes(of: UInt32(1).littleEndian) { records.append(contentsOf: $0) }
            withUnsafeBytes(of: useAfter.littleEndian) { records.append(contentsOf: $0) }
        }
        try records.write(to: file)
    }

    deinit { try? FileManager.default.removeItem(at: file) }

    /// The processor time of the best of three runs, and the misses; nil if it fails.
    func run(_ policy: String, capacity: Int) throws -> (seconds: Double, misses: Int)? {
        let script = """
            import libcachesim as l, sys, time
            best = 1e9
            for _ in range(3):
                reader = l.TraceReader(sys.argv[1], l.TraceType.ORACLE_GENERAL_TRACE)
                cache = getattr(l, sys.argv[2])(cache_size=int(sys.argv[3]), hashpower=len(bin(int(sys.argv[3]))))
                start = time.thread_time()
                ratio = cache.process_trace(reader)[0]
                best = min(best, time.thread_time() - start)
            print(best, round(ratio * int(sys.argv[4])))
            """
        let count = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
        let arguments = ["-c", script, file.path, policy, "\(capacity)", "\(count / 24)"]
        let words = try Self.output(of: python, arguments).split(separator: " ")
        guard words.count == 2, let seconds = Double(words[0]), let misses = Int(words[1]) else { return nil }
        return (seconds, misses)
    }

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

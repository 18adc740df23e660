import Foundation
import YAMLWorkloads

/// The memory that reading and parsing a text takes at its peak, the text included.
enum PeakMemory {
    /// Measures in a process of its own, which nothing else has used.
    static func ofParsing(_ input: Input) throws -> Int {
        try input.withFile { file in
            let process = Process()
            process.executableURL = URL(filePath: CommandLine.arguments[0])
            process.arguments = ["--peak", file.path]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            let text = String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            guard let bytes = Int(text) else { throw CocoaError(.fileReadCorruptFile) }
            return bytes
        }
    }

    static func ofParsing(fileAt path: String) throws -> Int {
        // Loads what a first parse loads once.
        _ = try Ours.parse(Input.compose(services: 1).bytes)
        let before = highWaterMark()
        guard let file = fopen(path, "r") else { throw CocoaError(.fileReadNoSuchFile) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
        let documents = try Ours.parse(bytes)
        return withExtendedLifetime((bytes, documents)) { highWaterMark() - before }
    }

    /// The largest resident size of this process so far in bytes.
    private static func highWaterMark() -> Int {
        #if os(Linux)
            let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
            return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1024 } ?? 0
        #else
            var usage = rusage()
            getrusage(RUSAGE_SELF, &usage)
            return Int(usage.ru_maxrss)
        #endif
    }
}

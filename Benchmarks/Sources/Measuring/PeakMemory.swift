import Foundation
import YAMLWorkloads

/// The memory that an action on a text takes at its peak, the text included.
public enum PeakMemory {
    /// Measures in a process of its own, which nothing else has used: this executable with `--peak` and a file.
    public static func ofThisProgram(on input: Input) throws -> Int {
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

    /// Measures an action on the bytes of a file in this process, in which the action has not run before.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - warmUp: Loads what a first run loads once.
    ///   - action: What is measured; its result is alive when the memory is looked at.
    /// - Returns: How much the largest resident size has grown, in bytes.
    /// - Throws: What the action throws, or that the file cannot be read.
    public static func of<Result>(
        fileAt path: String,
        warmUp: () throws -> Void,
        _ action: ([UInt8]) throws -> Result
    ) throws -> Int {
        try warmUp()
        let before = highWaterMark()
        guard let file = fopen(path, "r") else { throw CocoaError(.fileReadNoSuchFile) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
        let result = try action(bytes)
        return withExtendedLifetime((bytes, result)) { highWaterMark() - before }
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

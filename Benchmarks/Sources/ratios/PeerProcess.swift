import Foundation

/// Yams, measured in a process of its own, round by round in turns with ours.
final class PeerProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// Starts `yams-rounds`, which is built beside this executable.
    init(measuring file: URL) throws {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.executableURL = folder.appending(path: "yams-rounds")
        process.arguments = [file.path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    deinit {
        // The end of its input ends the process.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The seconds of one round.
    func round() throws -> (parse: Double, emit: Double) {
        try input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let numbers = line.split { $0 == " " || $0 == "\n" }.compactMap { Double($0) }
        guard numbers.count == 2 else { throw CocoaError(.fileReadCorruptFile) }
        return (numbers[0], numbers[1])
    }
}

import Foundation
import Testing

/// `docker stack config`, the program that says whether a stack file is one.
enum StackConfig {
    /// The `docker` on the search path that has the command.
    static let docker: URL? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        let candidates = folders.map { URL(filePath: String($0)).appending(path: "docker") }
        guard let docker = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            return nil
        }
        // A program that is too old explains `docker stack` instead, and ends as if nothing were wrong.
        let probe = try? run(docker, ["stack", "config", "--help"])
        return probe?.output.contains("docker stack config") == true ? docker : nil
    }()

    static let isThere: Comment = "needs docker with the command stack on the search path"

    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// What the program makes of a file with this text.
    static func judge(_ text: String) throws -> Outcome {
        guard let docker else { return Outcome(status: -1, output: "", errors: "no docker") }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try run(docker, ["stack", "config", "-c", file.path])
    }

    private static func run(_ program: URL, _ arguments: [String]) throws -> Outcome {
        let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        // Files take what the program prints, so that a full pipe cannot stop it.
        let output = scratch.appending(path: "output")
        let errors = scratch.appending(path: "errors")
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        )
    }
}

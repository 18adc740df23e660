import Foundation

/// The built executable, run as a user would run it.
struct Transload {
    /// What a run left behind.
    struct Outcome {
        var status: Int32
        var wasKilled: Bool
        var output: String
        var error: String
    }

    /// The working directory of the runs.
    var folder: TemporaryFolder
    /// Variables beside `PATH` and `HOME`.
    var environment: [String: String] = [:]

    /// The product, which SwiftPM builds beside the test bundle.
    static let executable: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let products = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
        return products.appending(path: "transload")
    }()

    /// Runs the program to its end.
    func callAsFunction(_ arguments: String..., input: String = "") async throws -> Outcome {
        try await self(arguments, input: input)
    }

    /// Runs the program to its end.
    func callAsFunction(_ arguments: [String], input: String = "") async throws -> Outcome {
        try await run(Self.executable, arguments, input: input)
    }

    /// Runs a command line of the shell, in which `$T` is the program.
    func shell(_ line: String) async throws -> Outcome {
        try await run(URL(filePath: "/bin/bash"), ["-c", line], input: "")
    }

    /// The streams are files, so that no size of output can block the process.
    private func run(_ executable: URL, _ arguments: [String], input: String) async throws -> Outcome {
        let streams = try TemporaryFolder()
        try streams.write("input", input)
        try streams.write("output", "")
        try streams.write("error", "")
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "T": Self.executable.path]
            .merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: streams.url.appending(path: "input"))
        process.standardOutput = try FileHandle(forWritingTo: streams.url.appending(path: "output"))
        process.standardError = try FileHandle(forWritingTo: streams.url.appending(path: "error"))
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Outcome(
            status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal,
            output: streams.text("output") ?? "",
            error: streams.text("error") ?? ""
        )
    }
}

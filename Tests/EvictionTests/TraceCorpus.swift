import Eviction
import Foundation
import TestSupport

/// The traces of the corpus, decompressed and decoded.
enum TraceCorpus {
    static let folder = Checkout.corpus?.appending(path: "traces")

    /// The requests for `name` as the goldens call it; nil if the corpus is not there.
    static func trace(_ name: String) throws -> Trace? {
        guard let folder else { return nil }
        if name.hasPrefix("lirs_") {
            return try read("caffeine/lirs/\(name.dropFirst(5)).trace.gz", .names, below: folder)
        }
        return switch name {
        case "cloudPhysicsIO": try read("libcachesim/cloudPhysicsIO.oracleGeneral.bin", .oracleGeneral, below: folder)
        case "cloudPhysicsIO_unit": try read("libcachesim/cloudPhysicsIO.txt", .names, below: folder)
        case "cache2k_web07", "cache2k_web12", "cache2k_orm-busy":
            try read("caffeine/cache2k/\(name.dropFirst(8)).trace.xz", .names32, below: folder)
        case "cp_w106": try read("caffeine/cloud_physics/w106.trace.xz", .names32, below: folder)
        case "corda_vault": try read("caffeine/corda/trace_vaultservice.gz", .names64, below: folder)
        case "adaptsize": try read("caffeine/adapt_size/request.trace.xz", .timeNameSize, below: folder)
        case "alibaba_genai_basemodel":
            try read(
                "alibaba/lora_request_trace.csv",
                .csv(name: "checkpoint_model_version_id", time: "gmt_create"),
                below: folder,
                skipsFaults: true
            ).sortedByTime()
        default: nil
        }
    }

    /// Reads in pieces of an odd length, so that lines and records are cut.
    private static func read(
        _ path: String,
        _ format: TraceFormat,
        below folder: URL,
        skipsFaults: Bool = false
    ) throws -> Trace {
        let bytes = try decompressed(folder.appending(path: path))
        var reader = TraceReader(format, file: path, skipsFaults: skipsFaults)
        for start in stride(from: 0, to: bytes.count, by: 65_537) {
            try reader.read(Array(bytes[start..<min(bytes.count, start + 65_537)]))
        }
        return try reader.finish()
    }

    private static func decompressed(_ file: URL) throws -> [UInt8] {
        let tools = ["gz": "gzip", "xz": "xz"]
        guard let tool = tools[file.pathExtension] else { return Array(try Data(contentsOf: file)) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool, "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(data)
    }
}

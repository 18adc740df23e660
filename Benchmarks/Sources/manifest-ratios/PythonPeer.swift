import Foundation
import YAMLWorkloads

/// What Python needs to read the same text: PyYAML over libyaml, and the official client's models where it is installed.
struct PythonPeer {
    /// The seconds of one reading to dictionaries.
    let parse: Double
    /// The seconds of reading them into the client's models too.
    let decode: Double?

    /// Measures; nil where there is no Python 3 with PyYAML.
    ///
    /// - Parameters:
    ///   - python: The interpreter, such as one of a virtual environment.
    ///   - file: The text.
    /// - Throws: When no process can be started.
    init?(python: String, reading file: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-c", Self.program, file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let numbers = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).map { Double($0) }
        guard numbers.count == 2, let parse = numbers[0] else { return nil }
        self.parse = parse
        self.decode = numbers[1]
    }

    private static let program = """
        import sys, time
        import yaml
        text = open(sys.argv[1], encoding="utf-8").read()
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        start = time.process_time()
        documents = list(yaml.load_all(text, Loader=loader))
        parsed = time.process_time() - start
        try:
            from kubernetes import client
            api = client.ApiClient()
            kinds = {"Deployment": "V1Deployment", "Service": "V1Service", "ConfigMap": "V1ConfigMap"}
            start = time.process_time()
            objects = [api._ApiClient__deserialize(one, kinds[one["kind"]]) for one in documents if one]
            print(parsed, parsed + time.process_time() - start)
        except ImportError:
            print(parsed, "-")
        """
}

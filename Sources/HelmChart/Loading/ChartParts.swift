import Diagnostics
import GoTemplate

/// The files of one chart by their meaning, before the charts in it are loaded.
struct ChartParts {
    var metadata: ChartMetadata?
    /// The files of each entry of `charts/`, with their paths below it.
    private(set) var subcharts: [String: [ChartFile]] = [:]
    private var templates: [ChartFile] = []
    private var files: [ChartFile] = []
    private var values = ChartValues()
    private var valuesFile: [UInt8]?
    private var schema: [UInt8]?
    private var lock: ChartLock?
    private let version: HelmVersion

    init(_ all: [ChartFile], version: HelmVersion) throws(ChartError) {
        self.version = version
        for file in all where file.name == "Chart.yaml" {
            try readMetadata(file)
            if metadata?.apiVersion.isEmpty == true { metadata?.apiVersion = "v1" }
        }
        for file in all { try add(file) }
    }

    func chart(_ metadata: ChartMetadata) -> Chart {
        var chart = Chart(metadata: metadata, templates: templates, values: values, files: files)
        chart.valuesFile = valuesFile
        chart.schema = schema
        chart.lock = lock
        return chart
    }

    private mutating func add(_ file: ChartFile) throws(ChartError) {
        switch file.name {
        case "Chart.yaml": break
        case "values.yaml":
            valuesFile = file.bytes
            let version = version
            values = try loading(file) { () throws(FunctionError) in
                try ChartValues(ValuesFile.read(file.bytes, version: version))
            }
        case "values.schema.json": schema = file.bytes
        case "Chart.lock": try readLock(file)
        case "requirements.yaml":
            try readMetadata(file)
            keepOldFile(file)
        case "requirements.lock":
            try readLock(file)
            keepOldFile(file)
        case let name where name.hasPrefix("templates/"): templates.append(file)
        case let name where name.hasPrefix("charts/"): addToSubchart(file)
        default: files.append(file)
        }
    }

    /// The files of format v1 are seen by templates of that format only.
    private mutating func keepOldFile(_ file: ChartFile) {
        if metadata?.apiVersion == "v1" { files.append(file) }
    }

    private mutating func addToSubchart(_ file: ChartFile) {
        if file.name.hasSuffix(".prov") {
            files.append(file)
            return
        }
        let path = String(file.name.dropFirst("charts/".count))
        let entry = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
        subcharts[entry ?? "", default: []].append(ChartFile(name: path, bytes: file.bytes))
    }

    private mutating func readMetadata(_ file: ChartFile) throws(ChartError) {
        var fields = metadata ?? .blank
        try loading(file) { () throws(FunctionError) in try fields.read(file.bytes) }
        metadata = fields
    }

    private mutating func readLock(_ file: ChartFile) throws(ChartError) {
        lock = try loading(file) { () throws(FunctionError) in try ChartLock(file.bytes) }
    }

    private func loading<Result>(
        _ file: ChartFile,
        _ read: () throws(FunctionError) -> Result
    ) throws(ChartError) -> Result {
        do {
            return try read()
        } catch {
            let kind: ChartError.Kind = file.name == "values.yaml" ? .values : .metadata
            throw ChartError(
                kind,
                "cannot load \(file.name): \(error.message)",
                at: SourceLocation(file: SourceFile(file.name), line: error.line ?? 1, column: 1)
            )
        }
    }
}

extension FunctionError {
    /// The line that the message of a YAML reader names.
    fileprivate var line: Int? {
        guard let mark = message.firstRange(of: "yaml: line ") else { return nil }
        return Int(message[mark.upperBound...].prefix { $0.isNumber })
    }
}

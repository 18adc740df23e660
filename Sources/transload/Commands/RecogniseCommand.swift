import ArgumentParser
import Diagnostics
import KubeModel
import ProviderMapping
import YAMLTree

/// `transload recognise`: for which provider objects were made, and what they need of it.
struct RecogniseCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "recognise",
        abstract: "Tells for which cloud provider Kubernetes objects were made, and which storage and access they need."
    )

    @Option(
        name: [.customShort("f"), .customLong("file")],
        parsing: .upToNextOption,
        help: ArgumentHelp("The manifests; they are taken together; - is standard input.", valueName: "file")
    )
    var files: [String]

    @Option(help: "The form of the answer.")
    var format: Format = .text

    func run() throws {
        let printer = FindingsPrinter(leastSeverity: .invalid, names: DisplayNames(typed: files))
        try printer.reporting {
            let stream = ManifestStream()
            var objects: [AnyKubernetesObject] = []
            for input in try InputFiles(files, from: LocalFileSource()).read() {
                // What can be read tells what it tells, whatever stands beside it.
                let read = stream.readable(input.bytes, file: input.file)
                if read.value.isEmpty { try read.report.throwIfInvalid() }
                objects += read.value
            }
            let recognition = Recogniser().recognise(objects)
            try StandardStream.output.write(format == .json ? recognition.json : recognition.text)
        }
    }
}

extension Recognition {
    fileprivate var text: String {
        var lines = [
            "provider: \(provider.name)",
            "storage:  \(storage.isEmpty ? "none" : storage.sorted().map(\.rawValue).joined(separator: ", "))",
            "access:   \(access.isEmpty ? "none" : access.sorted().map(\.rawValue).joined(separator: ", "))",
        ]
        if !evidence.isEmpty { lines.append("evidence:") }
        for item in evidence {
            let place = item.feature.location.map { "\($0): " } ?? ""
            lines.append(
                "  \(place)\(item.feature.kind.rawValue) \(item.feature.text): \(item.provider?.rawValue ?? "shared")"
            )
        }
        if !findings.isEmpty { lines.append(TextReport().render(ConversionReport(findings))) }
        return lines.joined(separator: "\n") + "\n"
    }

    fileprivate var json: String {
        let evidence = evidence.map { item -> Node in
            var fields: Mapping = [
                "provider": .string(item.provider?.rawValue ?? "shared"), "kind": .string(item.feature.kind.rawValue),
                "text": .string(item.feature.text), "path": .string(item.feature.path),
            ]
            if let location = item.feature.location { fields["location"] = .string("\(location)") }
            return .mapping(fields)
        }
        let findings = findings.map { finding -> Node in
            var fields: Mapping = [
                "code": .string(finding.code.rawValue), "severity": .string(finding.severity.rawValue),
                "message": .string(finding.message),
            ]
            if let remedy = finding.remedy { fields["remedy"] = .string(remedy) }
            return .mapping(fields)
        }
        return JSONWriter().text([
            "provider": .string(provider.name),
            "storage": .sequence(storage.sorted().map { .string($0.rawValue) }),
            "access": .sequence(access.sorted().map { .string($0.rawValue) }),
            "evidence": .sequence(evidence),
            "findings": .sequence(findings),
        ])
    }
}

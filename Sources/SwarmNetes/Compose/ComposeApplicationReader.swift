public import ComposeModel
public import Diagnostics
public import OrchestrationIR

/// Reads Compose projects as applications.
public struct ComposeApplicationReader: ApplicationReader, Sendable {
    /// Gives the bytes of the files that configs and secrets name, by their paths in the project; nil for a file that
    /// cannot be read.
    public typealias FileContents = @Sendable (_ path: String) -> [UInt8]?

    /// The files of configs and secrets.
    public var fileContents: FileContents
    /// The variables from which configs and secrets with `environment` take their contents.
    public var environment: [String: String]

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - environment: The variables for configs and secrets with `environment`.
    ///   - fileContents: The files of configs and secrets; unless given, none can be read.
    public init(environment: [String: String] = [:], fileContents: @escaping FileContents = { _ in nil }) {
        self.environment = environment
        self.fileContents = fileContents
    }

    /// The application that `project` describes.
    ///
    /// - Throws: `InvalidInput` when the project contradicts itself.
    public func read(_ project: ComposeProject) throws(InvalidInput) -> Converted<Application> {
        var reading = ComposeReading(project: project, environment: environment, fileContents: fileContents)
        let application = reading.run()
        try ConversionReport(application.violations() + reading.problems).throwIfInvalid()
        return Converted(application, report: ConversionReport(reading.findings))
    }
}

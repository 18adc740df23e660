public import Diagnostics
public import KubeModel
public import OrchestrationIR

/// Reads Kubernetes objects as an application.
///
/// Which Service reaches which workload follows from the selectors. Objects of kinds that the IR does not have are left
/// out; `KubernetesToCompose` reports and keeps them.
public struct KubernetesApplicationReader: ApplicationReader, Sendable {
    /// The name of the application where no label tells it.
    public var defaultName: String?

    /// Creates a reader.
    public init(defaultName: String? = nil) {
        self.defaultName = defaultName
    }

    /// The application that `objects` make up.
    ///
    /// - Throws: `InvalidInput` when two objects of a kind share a name in one namespace.
    public func read(_ objects: [AnyKubernetesObject]) throws(InvalidInput) -> Converted<Application> {
        var reading = KubernetesReading(objects: objects, defaultName: defaultName)
        try ConversionReport(reading.duplicates()).throwIfInvalid()
        let application = reading.run()
        try ConversionReport(application.violations()).throwIfInvalid()
        return Converted(application, report: ConversionReport(reading.findings))
    }
}

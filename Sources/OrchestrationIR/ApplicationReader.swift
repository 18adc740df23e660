public import Diagnostics

/// Makes applications from the model of one orchestrator.
public protocol ApplicationReader {
    /// The model.
    associatedtype Source

    /// The application that `source` describes, and what could not be taken over.
    ///
    /// - Throws: `InvalidInput` when the source contradicts itself.
    func read(_ source: Source) throws(InvalidInput) -> Converted<Application>
}

/// Makes the model of one orchestrator from applications.
public protocol ApplicationWriter {
    /// The model.
    associatedtype Target

    /// The model of `application`, and what the orchestrator cannot say.
    ///
    /// - Throws: `InvalidInput` when the orchestrator cannot run the application at all, such as when two names become
    ///   the same under its rules.
    func write(_ application: Application) throws(InvalidInput) -> Converted<Target>
}

/// The program that a report names as its author.
public struct ReportTool: Sendable, Hashable {
    /// The name of the program.
    public var name: String
    /// The version of the program.
    public var version: String
    /// The absolute address of a page about the program.
    public var informationURI: String?

    /// Creates the name of a program.
    public init(name: String, version: String, informationURI: String? = nil) {
        self.name = name
        self.version = version
        self.informationURI = informationURI
    }
}

extension ComposeWriter.StackVersion {
    /// The versions, from old to new.
    static let all: [Self] = [.v3_8, .v3_9, .v3_13]

    /// The oldest version that says all of `project` that the newest one can say.
    ///
    /// An engine refuses files of versions that are newer than itself, whatever they use of them; Debian 12's reads 3.8
    /// and 3.9 only. O(size of the project).
    public static func oldest(for project: ComposeProject) -> Self {
        let losses = all.map { version in
            var writer = StackWriter(version: version)
            _ = writer.write(project)
            return writer.findings.count
        }
        return zip(all, losses).first { $0.1 == losses.last }?.0 ?? .v3_13
    }
}

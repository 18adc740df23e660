/// Keys that only older versions of the format have.
enum LegacyTable {
    /// What stands in their place today, as a remedy.
    static let replacements: [String: String] = [
        "dockerfile": "Write it as build.dockerfile, and the folder as build.context.",
        "log_driver": "Write it as logging.driver.",
        "log_opt": "Write it as logging.options.",
        "net": "Write it as network_mode.",
        "volume_driver": "Write it as the driver of the volume under the top-level volumes.",
    ]

    /// The keys of a service in files of version 2.
    static let version2 = ServiceTable.service.adding(["volume_driver": .text])

    /// A file of version 2.
    static let project2 = ProjectTable.project.adding([
        "version": .text,
        "services": .resources(.mapping(version2)),
    ])
}

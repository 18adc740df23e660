import ComposeModel
public import Diagnostics
import OrchestrationIR
import OrderedCollections
import YAMLTree

extension FindingCode {
    /// A service has neither an image nor a build.
    public static let imageMissing: FindingCode = "compose.image-missing"
    /// A service of the kind CronJob does not say when it runs.
    public static let scheduleMissing: FindingCode = "compose.schedule-missing"
}

/// One run of the reader.
struct ComposeReading {
    let project: ComposeProject
    let environment: [String: String]
    let fileContents: ComposeApplicationReader.FileContents
    var application: Application
    /// What makes the project impossible to read.
    var problems: [Finding] = []
    /// What somebody has to know or decide.
    var findings: [Finding] = []
    /// The entry of an asset for each config and secret of the project.
    var assetEntries: [AssetID: (asset: AssetID, key: String)] = [:]

    var assetPositions: [AssetID: Int] = [:]

    init(
        project: ComposeProject,
        environment: [String: String],
        fileContents: @escaping ComposeApplicationReader.FileContents
    ) {
        self.project = project
        self.environment = environment
        self.fileContents = fileContents
        self.application = Application(name: project.name)
        if project.fields.mapping?[Marks.extension]?["labels"]?.text == "none" {
            application.attachments.append(Attachment("kubernetes", subject: "labels", text: "none"))
        }
    }

    mutating func run() -> Application {
        for (name, network) in project.networks where name != Network.common {
            application.networks.append(
                Network(
                    name: name,
                    isInternal: network.internal ?? false,
                    externalName: network.external == true ? network.name ?? name : nil,
                    labels: network.labels,
                    origin: origin(network.fields, ["networks", name])
                )
            )
        }
        for (name, volume) in project.volumes {
            var result = OrchestrationIR.Volume(
                name: name,
                externalName: volume.external == true ? volume.name ?? name : nil,
                labels: volume.labels,
                origin: origin(volume.fields, ["volumes", name])
            )
            read(KomposeLabels(volume.labels), &result)
            application.volumes.append(result)
        }
        readAssets()
        readServices()
        return application
    }

    mutating func origin(_ fields: RetainedFields, _ path: [String]) -> Origin {
        application.origins.add(fields.location, path: NodePath(path.map { .key($0) }).description)
    }
}

extension Dependency.Condition {
    init(_ condition: ServiceDependency.Condition) {
        switch condition {
        case .healthy: self = .healthy
        case .completedSuccessfully: self = .completed
        default: self = .started
        }
    }
}

extension OrchestrationIR.Container.ImagePull {
    /// Compose's name of the policy.
    var compose: String {
        switch self {
        case .always: "always"
        case .ifMissing: "missing"
        case .never: "never"
        }
    }

    /// The policy with Compose's name.
    init?(compose name: String) {
        switch name {
        case "always": self = .always
        case "missing", "if_not_present": self = .ifMissing
        case "never": self = .never
        default: return nil
        }
    }
}

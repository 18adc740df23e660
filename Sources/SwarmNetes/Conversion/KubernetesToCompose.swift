import ComposeModel
public import Diagnostics
public import KubeModel
import OrchestrationIR
import OrderedCollections
import YAMLTree

extension FindingCode {
    /// The input has nothing that runs.
    public static let noWorkload: FindingCode = "kubernetes.no-workload"
}

/// Converts Kubernetes objects to Compose projects, losing nothing silently.
///
/// Each field of the objects is kept, approximated or reported. What Compose cannot say travels under `x-transload`, so
/// that `ComposeToKubernetes` gives the same objects back.
public struct KubernetesToCompose: Sendable {
    /// Choices that objects leave open.
    public var options: ComposeApplicationWriter.Options

    /// Creates a converter.
    public init(_ options: ComposeApplicationWriter.Options = ComposeApplicationWriter.Options()) {
        self.options = options
    }

    /// The project for `objects` with the files beside it, and what became of the fields.
    ///
    /// - Throws: `InvalidInput` when nothing in the input runs, when two objects share a name, or when two services would.
    public func convert(_ objects: [AnyKubernetesObject]) throws(InvalidInput) -> Converted<ComposeBundle> {
        var originals = objects.map(Self.normalised)
        let composeResidue = Remarks.detach(from: &originals)
        let convertible = originals.filter { ObjectKey.convertedKinds.contains($0.groupVersionKind.kind) }
        let read = try KubernetesApplicationReader(defaultName: options.projectName).read(convertible)
        guard !read.value.workloads.isEmpty else {
            throw InvalidInput(
                Finding(
                    .noWorkload,
                    .invalid,
                    "there is no workload among the objects",
                    remedy: "Give the manifests of a Deployment, StatefulSet, DaemonSet or Pod.",
                    location: objects.first?.location
                )
            )
        }
        let written = try ComposeApplicationWriter(options).write(read.value)
        var bundle = written.value
        var tree = composeResidue.applied(to: bundle.project.makeNode())
        bundle.project = project(from: tree)

        let files = Self.contents(of: bundle, before: written.value.project)
        let regenerated = try KubernetesApplicationWriter()
            .write(ComposeApplicationReader(fileContents: { files[$0] }).read(bundle.project).value).value
        let remarks = KubernetesRemarks(from: regenerated, to: originals)
        if !remarks.isEmpty {
            remarks.attach(to: &tree, services: Self.services(read.value))
            bundle.project = project(from: tree)
        }
        var report = ConversionReport(findings(for: originals, remarks))
        report.append(read.report)
        report.append(written.report)
        return Converted(bundle, report: report.sorted())
    }

    private func project(from tree: Node) -> ComposeProject {
        ComposeProject(reading: tree, ReadingContext(schema: .core)) ?? ComposeProject()
    }

    /// Secrets have their contents in `data` only: `stringData` is for writing, and must not stand in remarks.
    private static func normalised(_ object: AnyKubernetesObject) -> AnyKubernetesObject {
        guard var secret = object.as(KubeModel.Secret.self), !secret.stringData.isEmpty else { return object }
        for (key, text) in secret.stringData { secret.data[key] = Base64.encode(Array(text.utf8)) }
        secret.stringData = [:]
        return AnyKubernetesObject(secret)
    }

    /// The contents of the bundle's files by the paths that its project gives them now.
    private static func contents(of bundle: ComposeBundle, before: ComposeProject) -> [String: [UInt8]] {
        var contents = Dictionary(bundle.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        for (name, secret) in bundle.project.secrets {
            if let now = secret.file, let old = before.secrets[name]?.file, let bytes = contents[old] {
                contents[now] = bytes
            }
        }
        for (name, config) in bundle.project.configs {
            guard let now = config.file, let old = before.configs[name] else { continue }
            if let text = old.content {
                contents[now] = Array(text.utf8)
            } else if let file = old.file, let bytes = contents[file] {
                contents[now] = bytes
            }
        }
        return contents
    }

    /// The service that stands for each workload, and for each Service by the workload that it reaches.
    private static func services(_ application: Application) -> [String: String] {
        let names = KubernetesNames(application)
        var services: [String: String] = [:]
        for workload in application.workloads {
            for kind in ["Deployment", "ReplicaSet", "ReplicationController", "StatefulSet", "DaemonSet", "Pod"] {
                services["\(kind)/\(names.workload(workload.name))"] = workload.name
            }
        }
        for endpoint in application.endpoints {
            services["Service/\(names.endpoint(endpoint.name))"] = endpoint.workloads.first
        }
        return services
    }

    private func findings(for objects: [AnyKubernetesObject], _ remarks: KubernetesRemarks) -> [Finding] {
        var findings: [Finding] = []
        for object in objects {
            let key = ObjectKey(object)
            guard ObjectKey.convertedKinds.contains(key.kind) else {
                findings.append(
                    Finding(
                        .kindNotConverted,
                        .dropped,
                        "Compose has nothing like the kind \(key.kind)",
                        remedy: "The object is kept under x-transload for the way back.",
                        location: object.location,
                        path: key.description
                    )
                )
                continue
            }
            let residue = remarks.changes["\(key.kind)/\(key.name)"] ?? Residue()
            findings += Accounting.findings(
                for: object.makeNode(),
                KubernetesCoverage.table(for: key.kind),
                residue: residue,
                carried: Self.carried,
                subject: key.description
            )
        }
        return findings
    }

    private static let carried = Verdict.approximated(
        .kubernetesCarried,
        "Compose says this in another form; the original stands under x-transload",
        remedy: nil
    )
}

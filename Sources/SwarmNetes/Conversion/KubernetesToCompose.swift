import ComposeModel
public import Diagnostics
public import KubeModel
import OrchestrationIR
import OrderedCollections
import YAMLTree

extension FindingCode {
    /// The input has nothing that runs.
    public static let noWorkload: FindingCode = "kubernetes.no-workload"
    /// Annotations that conversions write do not say what conversions write.
    public static let annotationIgnored: FindingCode = "kubernetes.annotation-ignored"
    /// What stands under `x-transload` is nothing that conversions write.
    public static let remarkIgnored: FindingCode = "compose.remark-ignored"
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
        let guarded = GuardedSecrets(objects)
        var originals = guarded.objects
        let composeResidue = Remarks.detach(from: &originals)
        let convertible = originals.filter { ObjectKey.convertedKinds.contains($0.groupVersionKind.kind) }
        let read = try KubernetesApplicationReader(defaultName: options.projectName).read(convertible)
        guard !read.value.workloads.isEmpty || !composeResidue.isEmpty else {
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
        var restored: Restored
        var ignored = ConversionReport()
        do {
            restored = try Restored(written.value, composeResidue)
        } catch {
            // The annotations are not ours, or were changed: they are annotations like any other.
            guard !composeResidue.isEmpty else { throw error }
            restored = try Restored(written.value, Residue())
            originals = guarded.objects
            ignored.add(Self.ignoredAnnotations(of: originals))
        }
        var bundle = restored.bundle
        let regenerated = restored.objects
        let remarks = KubernetesRemarks(from: regenerated, to: originals)
        if !remarks.isEmpty {
            var tree = bundle.project.makeNode()
            remarks.attach(to: &tree, services: Self.services(read.value))
            bundle.project = try ComposeProject(canonical: tree)
        }
        // Annotations may have put the original paths back. The files stay all the same: the originals may be out of reach
        // where the project is written, and their contents are nowhere else.
        var report = read.report
        report.append(written.report)
        report.append(ignored)
        report.append(ConversionReport(guarded.findings + remarks.withheld.map(Self.withheld)))
        report.append(ConversionReport(Self.findings(for: originals, remarks, known: report)))
        return Converted(bundle, report: report.sorted())
    }

    private static func ignoredAnnotations(of objects: [AnyKubernetesObject]) -> Finding {
        let object = objects.first {
            let annotations = $0.metadata.annotations
            return annotations[Marks.compose] != nil || annotations[Marks.composeProject] != nil
        }
        return Finding(
            .annotationIgnored,
            .dropped,
            "what the annotations \(Marks.compose) and \(Marks.composeProject) say makes no valid project",
            remedy: "Remove them, or leave them as the conversion wrote them.",
            location: object?.location,
            path: object.map { ObjectKey($0).description }
        )
    }

    private static func withheld(_ object: AnyKubernetesObject) -> Finding {
        let key = ObjectKey(object)
        return Finding(
            .secretWithheld,
            .decisionNeeded,
            "values of the Secret \(key.name) follow from nothing in the project, and are left out",
            remedy: "Keep its manifest, and apply it beside what the way back makes.",
            location: object.location,
            path: key.description
        )
    }

    /// The service that stands for each workload, and for each Service by the workload that it reaches.
    private static func services(_ application: Application) -> [String: String] {
        let names = KubernetesNames(application)
        var services: [String: String] = [:]
        for workload in application.workloads {
            for kind in ObjectKey.workloadKinds {
                services["\(kind)/\(names.workload(workload.name))"] = workload.name
            }
        }
        for endpoint in application.endpoints {
            services["Service/\(names.endpoint(endpoint.name))"] = endpoint.workloads.first
        }
        for route in application.routes {
            let endpoint = route.rules.first.flatMap { rule in
                application.endpoints.first { $0.name == rule.endpoint }
            }
            services["Ingress/\(ObjectNames.subdomain(route.name))"] = endpoint?.workloads.first
        }
        return services
    }

    private static func findings(
        for objects: [AnyKubernetesObject],
        _ remarks: KubernetesRemarks,
        known: ConversionReport
    ) -> [Finding] {
        let knownPaths = Set(known.findings.compactMap(\.path))
        var findings: [Finding] = []
        for object in objects {
            let key = ObjectKey(object)
            guard ObjectKey.convertedKinds.contains(key.kind) || remarks.counterparts[key] != nil else {
                findings.append(
                    Finding(
                        .kindNotConverted,
                        .dropped,
                        "Compose has nothing like the kind \(key.kind)",
                        remedy: KindRemedies.remedy(for: key.kind),
                        location: object.location,
                        path: key.description
                    )
                )
                continue
            }
            guard let counterpart = remarks.counterparts[key] else {
                if knownPaths.contains(key.description) { continue }
                findings.append(
                    Finding(
                        .kindNotConverted,
                        .dropped,
                        "nothing in the project stands for the object of \(object.groupVersionKind)",
                        remedy: "The object is kept under x-transload for the way back.",
                        location: object.location,
                        path: key.description
                    )
                )
                continue
            }
            let residue = remarks.changes[counterpart] ?? Residue()
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

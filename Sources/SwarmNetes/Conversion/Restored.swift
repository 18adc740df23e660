import ComposeModel
import Diagnostics
import KubeModel
import OrchestrationIR
import YAMLTree

/// A written project with what the annotations of its objects say of the original, and the objects of the way back.
struct Restored {
    /// The project with the files beside it.
    let bundle: ComposeBundle
    /// What the way back makes of it.
    let objects: [AnyKubernetesObject]

    /// Applies `residue` to what was written.
    ///
    /// - Throws: `InvalidInput` when no project follows that can be converted.
    init(_ written: ComposeBundle, _ residue: Residue) throws(InvalidInput) {
        var bundle = written
        if !residue.isEmpty {
            bundle.project = try ComposeProject(canonical: residue.applied(to: written.project.makeNode()))
        }
        let contents = Contents(of: bundle, before: written.project)
        let reader = ComposeApplicationReader(environment: contents.variables) { contents.files[$0] }
        self.bundle = bundle
        self.objects = try KubernetesApplicationWriter().write(reader.read(bundle.project).value).value
    }
}

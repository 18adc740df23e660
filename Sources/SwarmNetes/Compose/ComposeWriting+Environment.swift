import ComposeModel
import Diagnostics
import OrchestrationIR
import OrderedCollections

/// Environment variables, with the values that references have now.
extension ComposeWriting {
    mutating func environment(
        _ container: OrchestrationIR.Container,
        of workload: Workload
    ) -> OrderedDictionary<String, String?> {
        var environment: OrderedDictionary<String, String?> = [:]
        for source in container.environmentSources {
            for entry in assetsByID[source.asset]?.entries ?? [] {
                guard case .bytes(let bytes) = entry.content, let text = String(validating: bytes, as: UTF8.self) else {
                    continue
                }
                warnOfSecret(source.asset, workload)
                environment[source.prefix + entry.key] = .some(text)
            }
            if assetsByID[source.asset]?.externalName != nil {
                add(
                    .valueUnknown,
                    .decisionNeeded,
                    "the variables of \(workload.name) that come from \(source.asset.name) are not in the input",
                    remedy: "Convert the object together with the workload, or set the variables by hand.",
                    container.origin
                )
            }
        }
        for variable in container.environment {
            switch variable.value {
            case .literal(let text): environment[variable.name] = .some(text)
            case .fromCaller: environment[variable.name] = .some(nil)
            case .instanceField(let path):
                environment[variable.name] = .some(nil)
                add(
                    .valueUnknown,
                    .decisionNeeded,
                    "the variable \(variable.name) of \(workload.name) holds \(path), which only Kubernetes knows",
                    remedy: "Set it in the environment of docker compose, or in the project.",
                    container.origin
                )
            case .assetKey(let id, let key, let optional):
                let content = assetsByID[id]?.entries.first { $0.key == key }?.content
                if case .bytes(let bytes)? = content, let text = String(validating: bytes, as: UTF8.self) {
                    warnOfSecret(id, workload)
                    environment[variable.name] = .some(text)
                } else {
                    environment[variable.name] = .some(nil)
                    guard !optional else { continue }
                    add(
                        .valueUnknown,
                        .decisionNeeded,
                        "the variable \(variable.name) of \(workload.name) comes from the key \(key) of \(id.name), which is not in the input",
                        remedy: "Convert the object together with the workload, or set the variable by hand.",
                        container.origin
                    )
                }
            }
        }
        return environment
    }

    mutating func warnOfSecret(_ id: AssetID, _ workload: Workload) {
        guard id.confidentiality == .secret else { return }
        let message = "values of the Secret \(id.name) stand in clear text in the environment of \(workload.name)"
        guard secretWarnings.insert(message).inserted else { return }
        add(
            .secretInEnvironment,
            .approximated,
            message,
            remedy:
                "Let the application read the secret from a file, or keep the Compose file as confidential as the Secret.",
            workload.origin
        )
    }
}

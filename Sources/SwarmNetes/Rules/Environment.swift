import ComposeModel
import KubeModel
import OrchestrationIR

/// Kubernetes replaces `$(NAME)` in values, commands and arguments by the variable, and `$$` by `$`; Compose does not.
enum VariableReferences {
    /// `text` so that Kubernetes makes `text` of it.
    ///
    /// Only what can name a variable is a reference: `$(find / -type f)` stays as it is, which Kubernetes leaves alone.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        let bytes = Array(text.utf8)
        let lastEnd = bytes.lastIndex(of: UInt8(ascii: ")")) ?? 0
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            result.append(byte)
            position += 1
            guard byte == UInt8(ascii: "$"), position < bytes.count else { continue }
            if bytes[position] == UInt8(ascii: "$") {
                result.append(byte)
            } else if bytes[position] == UInt8(ascii: "("), position < lastEnd,
                let end = bytes[position...].firstIndex(of: UInt8(ascii: ")"))
            {
                if canNameVariable(bytes[(position + 1)..<end]) { result.append(byte) }
                // Kubernetes looks no further into what stands between the parentheses.
                result += bytes[position...end]
                position = end + 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether Kubernetes could have a variable of this name: letters, digits, `_`, `-` and `.`.
    private static func canNameVariable(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty
            && name.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// What Kubernetes makes of `text` with the values of `variables`; references to others stay.
    static func expanded(_ text: String, _ variables: [String: String] = [:]) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        let bytes = Array(text.utf8)
        // No reference begins behind the last parenthesis, so that openings without an end are looked through once.
        let lastEnd = bytes.lastIndex(of: UInt8(ascii: ")")) ?? 0
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: "$"), position < bytes.count else {
                result.append(byte)
                continue
            }
            if bytes[position] == UInt8(ascii: "$") {
                result.append(byte)
                position += 1
            } else if bytes[position] == UInt8(ascii: "("), position < lastEnd,
                let end = bytes[position...].firstIndex(of: UInt8(ascii: ")"))
            {
                let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
                result += variables[name].map { Array($0.utf8) } ?? Array("$(\(name))".utf8)
                position = end + 1
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension [EnvironmentVariable] {
    /// The environment of a Compose service.
    init(_ service: ComposeModel.Service) {
        self = service.environment.map { name, value in
            EnvironmentVariable(name, value.map { .literal($0) } ?? .fromCaller)
        }
    }
}

extension EnvVar {
    /// The variable of a pod's container; nil for one that only the caller knows.
    init?(_ variable: EnvironmentVariable, names: KubernetesNames) {
        switch variable.value {
        case .literal(let text): self.init(name: variable.name, value: VariableReferences.escaped(text))
        case .fromCaller: return nil
        case .instanceField(let path):
            self.init(name: variable.name, valueFrom: EnvVarSource(fieldRef: ObjectFieldSelector(fieldPath: path)))
        case .assetKey(let asset, let key, let optional):
            let name = names.asset(asset)
            self.init(
                name: variable.name,
                valueFrom: asset.confidentiality == .secret
                    ? EnvVarSource(
                        secretKeyRef: SecretKeySelector(name: name, key: key, optional: optional ? true : nil)
                    )
                    : EnvVarSource(
                        configMapKeyRef: ConfigMapKeySelector(name: name, key: key, optional: optional ? true : nil)
                    )
            )
        }
    }
}

extension EnvironmentVariable {
    /// The variable of a pod's container; nil for a source that the IR does not have.
    init?(_ variable: EnvVar) {
        if let source = variable.valueFrom {
            if let field = source.fieldRef {
                self.init(variable.name, .instanceField(field.fieldPath))
            } else if let reference = source.configMapKeyRef {
                self.init(
                    variable.name,
                    .assetKey(
                        asset: AssetID(reference.name ?? "", .plain),
                        key: reference.key,
                        optional: reference.optional ?? false
                    )
                )
            } else if let reference = source.secretKeyRef {
                self.init(
                    variable.name,
                    .assetKey(
                        asset: AssetID(reference.name ?? "", .secret),
                        key: reference.key,
                        optional: reference.optional ?? false
                    )
                )
            } else {
                return nil
            }
        } else {
            self.init(variable.name, .literal(variable.value ?? ""))
        }
    }
}

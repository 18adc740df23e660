import Diagnostics
import YAMLTree

/// Reads env files and label files into the services that name them (Compose Specification, "Services", `env_file`).
enum EnvironmentFiles {
    /// The variables of the files of a project, later files over earlier ones.
    static func variables(
        of files: [String],
        _ environment: ComposeEnvironment,
        _ context: LoadingContext,
        for location: SourceLocation? = nil
    ) -> [String: String] {
        var variables: [String: String] = [:]
        for file in files {
            guard let bytes = context.read(file, as: .composeEnvFile, for: location) else { continue }
            read(bytes, file, into: &variables, context) { environment[$0] }
        }
        return variables
    }

    /// Gives the services of a canonical tree the variables and labels of the files that they name, which their own
    /// entries override, and removes the names of the files.
    static func resolve(in tree: inout Node, _ environment: ComposeEnvironment, _ context: LoadingContext) {
        tree.modifyEntries(of: "services") { name, service in
            if let files = service["env_file"]?.sequence {
                addVariables(of: files, to: &service, environment, context, .keys("services", name, "env_file"))
                service["env_file"] = nil
            }
            if let files = service["label_file"]?.sequence {
                addLabels(of: files, to: &service, context)
                service["label_file"] = nil
            }
        }
    }

    private static func addVariables(
        of files: [Node],
        to service: inout Node,
        _ environment: ComposeEnvironment,
        _ context: LoadingContext,
        _ path: NodePath
    ) {
        let own = service["environment"]?.mapping ?? Mapping()
        var added = Mapping()
        var variables: [String: String] = [:]
        for entry in own.entries { if let text = entry.value.printed { variables[entry.name] = text } }
        for (index, file) in files.enumerated() {
            guard let name = file["path"]?.text else {
                context.invalid(
                    .composeEnvFile,
                    "an env file has no path",
                    at: file.location,
                    path: path.appending(index)
                )
                continue
            }
            if context.source.kind(of: name) == nil, file["required"]?.text == "false" { continue }
            guard let bytes = context.read(name, as: .composeEnvFile, for: file.location) else { continue }
            let format = file["format"]?.text ?? ""
            let read = Dotenv.Format(rawValue: format.isEmpty ? "dotenv" : format)
            guard let read else {
                context.invalid(
                    .composeEnvFile,
                    "there is no such format of an env file",
                    at: file["format"]?.location,
                    path: path.appending(index),
                    remedy: "Leave format out, or write raw."
                )
                continue
            }
            let names = self.read(bytes, name, read, into: &variables, context) { variable in
                environment[variable] ?? own[variable]?.printed
            }
            for name in names where !own.contains(name) {
                guard let value = variables[name] else { continue }
                Shorthand.set(.string(value, location: file.location), for: name, in: &added, file.location)
            }
        }
        guard !added.isEmpty else { return }
        for entry in own.entries { added.append(entry) }
        service["environment"] = .mapping(added, location: service["environment"]?.location ?? files.first?.location)
    }

    private static func addLabels(of files: [Node], to service: inout Node, _ context: LoadingContext) {
        let own = service["labels"]?.mapping ?? Mapping()
        var added = Mapping()
        for file in files {
            guard let name = file.text, let bytes = context.read(name, as: .composeEnvFile, for: file.location) else {
                continue
            }
            var labels: [String: String] = [:]
            for name in read(bytes, name, into: &labels, context, lookUp: { added[$0]?.text }) where !own.contains(name)
            {
                guard let value = labels[name] else { continue }
                Shorthand.set(.string(value, location: file.location), for: name, in: &added, file.location)
            }
        }
        guard !added.isEmpty else { return }
        for entry in own.entries { added.append(entry) }
        service["labels"] = .mapping(added, location: service["labels"]?.location ?? files.first?.location)
    }

    /// Reads the assignments of a file into `variables`; answers the names in order.
    @discardableResult private static func read(
        _ bytes: [UInt8],
        _ file: String,
        _ format: Dotenv.Format = .dotenv,
        into variables: inout [String: String],
        _ context: LoadingContext,
        lookUp: @escaping (String) -> String?
    ) -> [String] {
        var names: [String] = []
        do throws(Dotenv.Fault) {
            try Dotenv.parse(bytes, format, into: &variables, names: &names, lookUp: lookUp)
        } catch {
            let location = SourceLocation(file: SourceFile(file), line: error.line, column: 1)
            context.invalid(.composeEnvFile, error.message, at: location, remedy: "Write NAME=VALUE on a line.")
        }
        return names
    }
}

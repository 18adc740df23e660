import Diagnostics
import YAMLTree

/// The name of a project (Compose Specification, "Name top-level element").
package enum ProjectName {
    /// `text` with everything removed that a name may not have: lower-case letters, digits, `-` and `_` stay, and the
    /// first character is a letter or a digit.
    package static func normalized(_ text: String) -> String {
        let kept = text.lowercased().utf8.filter { byte in
            byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
        let trimmed = kept.drop { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
        return String(decoding: trimmed, as: UTF8.self)
    }

    /// The name that was given, else the last `name` in the files, else that of the folder.
    static func find(
        files: [String],
        directory: String,
        _ environment: ComposeEnvironment,
        _ context: LoadingContext
    ) -> String {
        let given = context.options.projectName ?? ""
        let named = given.isEmpty ? environment["COMPOSE_PROJECT_NAME"] ?? "" : given
        if !named.isEmpty {
            if normalized(named) != named { refuse("\(named) is not a valid project name", nil, context) }
            return named
        }
        if let key = key(in: files, context) {
            var name = key.text ?? ""
            if context.options.interpolation == .resolve {
                let template = Template(
                    maximalNesting: context.options.limits.nesting,
                    lookUp: { environment[$0] }
                )
                name = (try? template.substitute(name)) ?? ""
            }
            name = normalized(name)
            if name.isEmpty { refuse("the project name is empty", key.location, context) }
            return name
        }
        let name = normalized(FilePath.name(of: directory))
        if name.isEmpty { refuse("the folder \(directory) gives no valid project name", nil, context) }
        return name
    }

    private static func refuse(_ message: String, _ location: SourceLocation?, _ context: LoadingContext) {
        context.invalid(
            .composeProjectName,
            message,
            at: location,
            remedy: "A name has lower-case letters, digits, - and _, and begins with a letter or a digit."
        )
    }

    /// The last key `name` at the top of the files that holds some text.
    private static func key(in files: [String], _ context: LoadingContext) -> Node? {
        var found: Node?
        for file in files {
            for document in context.documents(of: file) {
                if let name = document["name"], let text = name.string(), !text.isEmpty { found = name }
            }
        }
        return found
    }
}

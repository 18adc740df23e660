import ArgumentParser

/// Where the result of a conversion goes.
enum OutputTarget: Sendable, Hashable {
    /// One stream on standard output.
    case standardOutput
    /// One stream in a file.
    case file(String)
    /// A file for each object in a folder.
    case directory(String)

    /// Reads the argument of `-o`: `-` is standard output; a folder is what is one, ends in a slash, or has no
    /// file-name extension and is not there yet.
    init(_ argument: String) {
        if argument == "-" {
            self = .standardOutput
            return
        }
        switch FileOnDisk.kind(of: argument) {
        case .directory: self = .directory(argument)
        case .regular, .special: self = .file(argument)
        case nil:
            let name = FileOnDisk.split(argument).name
            self = name.isEmpty || !name.dropFirst().contains(".") ? .directory(argument) : .file(argument)
        }
    }
}

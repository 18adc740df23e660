/// Paths of files.
extension Field {
    /// No part of the path is `..`.
    func withoutBacksteps(_ path: String) {
        if FilePath.hasBackstep(path) { invalid("must not contain '..'") }
    }

    /// A relative path without `..`.
    func descending(_ path: String) {
        if path.hasPrefix("/") { invalid("must be a relative path") }
        withoutBacksteps(path)
    }

    /// A relative path that neither contains nor begins with `..`: such names are reserved.
    func descendingNotReserved(_ path: String) {
        descending(path)
        if path.hasPrefix(".."), !path.hasPrefix("../") { invalid("must not begin with '..'") }
    }

    /// The permissions of a file.
    func fileMode(_ mode: Int?) {
        if let mode, !(0...0o777 ~= mode) { invalid("must be a number between 0 and 0777 (octal), both inclusive") }
    }
}

enum FilePath {
    /// Whether a part of the path is `..`.
    static func hasBackstep(_ path: String) -> Bool {
        path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
    }
}

import GoTemplate

extension FunctionTheme {
    /// Functions on paths. Those of the operating system's paths are the same: charts are rendered alike everywhere.
    package static let paths = FunctionTheme { _ in
        let table: FunctionTable = [
            "base": .typed(SlashPath.base),
            "dir": .typed(SlashPath.directory),
            "clean": .typed(SlashPath.clean),
            "ext": .typed(SlashPath.fileExtension),
            "isAbs": .typed(SlashPath.isAbsolute),
        ]
        let twins = table.map { name, function in
            (ByteString("os" + name.text.prefix(1).uppercased() + name.text.dropFirst()), function)
        }
        return table.merging(twins) { own, _ in own }
    }
}

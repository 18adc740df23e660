extension ChartMetadata {
    /// Removes what cannot be printed from all texts, and checks what Helm checks of a chart's metadata.
    mutating func validate() throws(ChartError) {
        clean()
        try check(!apiVersion.isEmpty, "chart.metadata.apiVersion is required")
        try check(!name.isEmpty, "chart.metadata.name is required")
        try check(name != "." && name != "..", "chart.metadata.name \(quoted(name)) is not allowed")
        try check(!name.contains("/"), "chart.metadata.name \(quoted(name)) is invalid")
        try check(!version.isEmpty, "chart.metadata.version is required")
        try check(VersionRange.isVersion(version), "chart.metadata.version \(quoted(version)) is invalid")
        try check(["", "application", "library"].contains(type), "chart.metadata.type must be application or library")
        try check(!maintainers.contains { $0.isAbsent }, "maintainers must not contain empty or null nodes")
        try validateDependencies()
    }

    private mutating func validateDependencies() throws(ChartError) {
        var names: Set<String> = []
        for index in (dependencies ?? []).indices {
            dependencies?[index].clean()
            guard let dependency = dependencies?[index] else { continue }
            try check(!dependency.isAbsent, "dependencies must not contain empty or null nodes")
            try check(
                dependency.alias.utf8.allSatisfy(Self.isAliasByte),
                "dependency \(quoted(dependency.name)) has disallowed characters in the alias"
            )
            let key = dependency.alias.isEmpty ? dependency.name : dependency.alias
            try check(
                names.insert(key).inserted,
                "more than one dependency with name or alias \(quoted(key))"
            )
        }
    }

    private mutating func clean() {
        for path in [
            \ChartMetadata.name, \.description, \.home, \.icon, \.condition, \.tags, \.appVersion, \.kubeVersion,
        ] {
            self[keyPath: path] = PrintableText.cleaned(self[keyPath: path])
        }
        sources = sources.map(PrintableText.cleaned)
        keywords = keywords.map(PrintableText.cleaned)
        for index in maintainers.indices {
            maintainers[index].name = PrintableText.cleaned(maintainers[index].name)
            maintainers[index].email = PrintableText.cleaned(maintainers[index].email)
            maintainers[index].url = PrintableText.cleaned(maintainers[index].url)
        }
    }

    private static func isAliasByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private func check(_ holds: Bool, _ message: @autoclosure () -> String) throws(ChartError) {
        if !holds { throw ChartError(.metadata, "validation: " + message()) }
    }

    private func quoted(_ text: String) -> String { GoText.quoted(text) }
}

extension ChartDependency {
    fileprivate mutating func clean() {
        name = PrintableText.cleaned(name)
        version = PrintableText.cleaned(version)
        repository = PrintableText.cleaned(repository)
        condition = PrintableText.cleaned(condition)
        tags = tags.map(PrintableText.cleaned)
    }
}

import Diagnostics
import GoTemplate

/// Parts the documents of all templates into manifests and hooks, both in the order of installation.
struct ManifestSorting {
    private(set) var manifests: [Manifest] = []
    private(set) var hooks: [Hook] = []
    private let version: HelmVersion

    /// Sorts what each template wrote, by its path.
    init(_ outputs: [(source: ByteString, text: ByteString)], version: HelmVersion) throws(ChartError) {
        self.version = version
        for output in outputs.sorted(by: { $0.source < $1.source }) {
            if GoSpace.trimming(output.text.bytes[...]).isEmpty { continue }
            for document in ManifestSplitting.documents(output.text.bytes, version: version) {
                try add(document, of: output.source.text)
            }
        }
        let order = KindOrder(version)
        manifests = order.sorted(manifests, kind: \.kind)
        hooks = order.sorted(hooks, kind: \.manifest.kind)
    }

    private mutating func add(_ document: [UInt8], of source: String) throws(ChartError) {
        let head: ManifestHead
        do {
            head = try ManifestHead(document, version: version)
        } catch {
            throw ChartError(
                .manifest,
                "YAML parse error on \(source): \(error.message)\n\nUse --debug flag to render out invalid YAML",
                at: SourceLocation(file: SourceFile(source), line: 1, column: 1)
            )
        }
        let manifest = Manifest(
            source: source,
            bytes: document,
            apiVersion: head.apiVersion,
            kind: head.kind,
            name: head.name
        )
        guard let events = head.annotations["helm.sh/hook"] else {
            manifests.append(manifest)
            return
        }
        if let hook = hook(manifest, events: events, head) { hooks.append(hook) }
    }

    /// The hook of a manifest; nil if some event is unknown, which Helm passes over in silence.
    private func hook(_ manifest: Manifest, events: String, _ head: ManifestHead) -> Hook? {
        var known: [Hook.Event] = []
        for name in Self.words(events) {
            // Helm 2 had two kinds of tests.
            guard let event = Hook.Event(rawValue: name == "test-success" ? "test" : name) else { return nil }
            known.append(event)
        }
        return Hook(
            manifest: manifest,
            events: known,
            weight: Self.weight(head.annotations["helm.sh/hook-weight"] ?? ""),
            deletePolicies: head.annotations["helm.sh/hook-delete-policy"].map(Self.words) ?? []
        )
    }

    /// Go's `strconv.Atoi`, and 0 for what is no number.
    private static func weight(_ text: String) -> Int { Int(text) ?? 0 }

    private static func words(_ list: String) -> [String] {
        list.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
            String(decoding: GoSpace.trimming(Array($0)[...]), as: UTF8.self).lowercased()
        }
    }
}

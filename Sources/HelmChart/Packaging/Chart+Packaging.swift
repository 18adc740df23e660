import GoTemplate

extension Chart {
    /// The name of the chart's archive: `NAME-VERSION.tgz`.
    public var archiveName: String { "\(name)-\(metadata.version).tgz" }

    /// The chart as an archive that Helm opens, with the charts in it as folders.
    ///
    /// Equal charts give equal bytes: no times, no owners.
    ///
    /// - Returns: A gzipped tar archive.
    /// - Throws: ``ChartError`` if the metadata is invalid.
    public func archive() throws(ChartError) -> [UInt8] {
        var tar = TarWriter()
        try write(to: &tar, folder: "")
        tar.finish()
        return try GzipStream.packed(tar.bytes)
    }

    private func write(to tar: inout TarWriter, folder: String) throws(ChartError) {
        var checked = metadata
        try checked.validate()
        let base = folder + name + "/"
        tar.add(base + "Chart.yaml", MetadataText(metadata).bytes)
        if metadata.apiVersion == "v2", let lock { tar.add(base + "Chart.lock", MetadataText(lock).bytes) }
        if let valuesFile {
            tar.add(base + "values.yaml", valuesFile)
        } else if !values.isEmpty {
            tar.add(base + "values.yaml", HelmYAML.write(.map(values.makeMap())).bytes)
        }
        if let schema { tar.add(base + "values.schema.json", schema) }
        for file in templates + files { tar.add(base + file.name, file.bytes) }
        for dependency in dependencies { try dependency.write(to: &tar, folder: base + "charts/") }
    }
}

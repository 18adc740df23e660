public import YAMLTree

/// Something that is mounted into a container.
public struct Mount: MappingCodable, Sendable, Equatable {
    /// `bind`, `volume`, `tmpfs`, `image`, `npipe` or `cluster`.
    public var type: String
    /// The path on the host, key of the volume, or image; absent for an anonymous volume and for tmpfs.
    public var source: String?
    /// The path in the container.
    public var target: String
    /// Whether the container may not write.
    public var readOnly: Bool?
    /// A hint to desktop platforms: `consistent`, `cached` or `delegated`.
    public var consistency: String?
    /// Options of a bind mount.
    public var bind: BindOptions?
    /// Options of a volume.
    public var volume: VolumeOptions?
    /// Options of a memory file system.
    public var tmpfs: TmpfsOptions?
    /// Options of an image.
    public var image: ImageOptions?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        type: String,
        source: String? = nil,
        target: String,
        readOnly: Bool? = nil,
        consistency: String? = nil,
        bind: BindOptions? = nil,
        volume: VolumeOptions? = nil,
        tmpfs: TmpfsOptions? = nil,
        image: ImageOptions? = nil,
        fields: RetainedFields = .none
    ) {
        self.type = type
        self.source = source
        self.target = target
        self.readOnly = readOnly
        self.consistency = consistency
        self.bind = bind
        self.volume = volume
        self.tmpfs = tmpfs
        self.image = image
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        type = reader.value("type", default: "")
        source = reader.value("source")
        target = reader.value("target", default: "")
        readOnly = reader.value("read_only")
        consistency = reader.value("consistency")
        bind = reader.value("bind")
        volume = reader.value("volume")
        tmpfs = reader.value("tmpfs")
        image = reader.value("image")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "type", type, default: "")
        writer.write("source", source)
        writer.write(required: "target", target, default: "")
        writer.write("read_only", readOnly)
        writer.write("consistency", consistency)
        writer.write("bind", bind)
        writer.write("volume", volume)
        writer.write("tmpfs", tmpfs)
        writer.write("image", image)
    }
}

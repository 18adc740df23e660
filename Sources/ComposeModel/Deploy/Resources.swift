public import YAMLTree

/// What a container may use and what is kept for it.
public struct Resources: MappingCodable, Sendable, Equatable {
    /// The most that a container may use.
    public var limits: ResourceLimits?
    /// What is kept for a container.
    public var reservations: ResourceReservations?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        limits: ResourceLimits? = nil,
        reservations: ResourceReservations? = nil,
        fields: RetainedFields = .none
    ) {
        self.limits = limits
        self.reservations = reservations
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        limits = reader.value("limits")
        reservations = reader.value("reservations")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("limits", limits)
        writer.write("reservations", reservations)
    }
}

/// A copy of one image, with everything below its index.
///
/// ``plan()`` asks both sides and moves nothing; ``run(_:progress:)`` carries a plan out. Blobs go before the manifests that
/// name them, and the tag is written last: at no moment does a name at the destination stand for something incomplete.
public struct ImageCopy: Sendable {
    /// Where the image is.
    public var source: any ImageSource
    /// Its name there.
    public var sourceReference: ManifestReference
    /// Where it goes.
    public var destination: any ImageDestination
    /// Its name there; nil to write it under its digest.
    public var destinationReference: ManifestReference?
    /// What is copied, and how.
    public var options: CopyOptions

    /// Creates a copy that nothing has begun yet.
    public init(
        from source: any ImageSource,
        _ sourceReference: ManifestReference,
        to destination: any ImageDestination,
        as destinationReference: ManifestReference? = nil,
        options: CopyOptions = CopyOptions()
    ) {
        self.source = source
        self.sourceReference = sourceReference
        self.destination = destination
        self.destinationReference = destinationReference
        self.options = options
    }

    /// Plans the copy and carries it out.
    ///
    /// - Parameter progress: Is told of each step as it happens.
    /// - Returns: The plan that was carried out.
    /// - Throws: ``RegistryError``, ``ManifestError``, ``LayoutError`` or ``ContentMismatch``.
    @discardableResult
    public func callAsFunction(
        progress: @Sendable @escaping (CopyProgress) -> Void = { _ in }
    ) async throws -> CopyPlan {
        let plan = try await plan()
        try await run(plan, progress: progress)
        return plan
    }
}

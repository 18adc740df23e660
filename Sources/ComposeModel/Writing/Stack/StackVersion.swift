extension ComposeWriter {
    /// A version of the format that `docker stack` reads.
    public struct StackVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// The number after `3.`.
        public let minor: Int

        private init(minor: Int) {
            self.minor = minor
        }

        /// Version 3.8, which every Docker since 19.03 reads.
        public static let v3_8 = StackVersion(minor: 8)
        /// Version 3.9, which adds limits of processes.
        public static let v3_9 = StackVersion(minor: 9)
        /// Version 3.13, which every Docker since 27.1 reads; it adds intervals of starting health checks, driver options
        /// of a service's networks, and scores of memory shortage.
        public static let v3_13 = StackVersion(minor: 13)

        /// Orders from old to new.
        public static func < (lhs: StackVersion, rhs: StackVersion) -> Bool { lhs.minor < rhs.minor }

        /// The version as the file states it.
        public var description: String { "3.\(minor)" }
    }
}

/// What a rendering takes from outside its chart and values: the clock and randomness.
///
/// Helm asks the machine, so that two renderings of a chart differ. Here the caller decides.
public struct RenderEnvironment: Sendable {
    /// A moment: seconds since 1970-01-01T00:00:00Z and nanoseconds within the second.
    public struct Moment: Hashable, Sendable {
        /// Seconds since 1970-01-01T00:00:00Z.
        public var seconds: Int64
        /// Nanoseconds within the second.
        public var nanoseconds: Int32

        /// Creates a moment.
        public init(seconds: Int64, nanoseconds: Int32 = 0) {
            self.seconds = seconds
            self.nanoseconds = nanoseconds
        }
    }

    /// What `now` answers.
    public var now: @Sendable () -> Moment
    /// As many random bytes as asked for, from a generator that is fit for keys and passwords.
    public var randomBytes: @Sendable (_ count: Int) -> [UInt8]
    /// Whether functions that are random or make keys answer with fixed stand-ins, and `ago` with `0s`.
    public var isReproducible: Bool
    /// The Helm whose functions are meant, where versions differ. The renderer sets it.
    package var helmVersion = HelmVersion.v4

    /// Creates an environment.
    public init(
        now: @escaping @Sendable () -> Moment,
        randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8],
        isReproducible: Bool = false
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.isReproducible = isReproducible
    }

    /// Answers that are always the same: the clock stands at 2024-01-02T03:04:05Z, and nothing is random.
    public static let reproducible = RenderEnvironment(
        now: { Moment(seconds: 1_704_164_645) },
        randomBytes: { [UInt8](repeating: 0, count: $0) },
        isReproducible: true
    )
}

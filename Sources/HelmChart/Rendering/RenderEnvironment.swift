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
    /// The file of a time zone by its name, such as `Europe/Paris`, in the format TZif; nil if there is none. The names
    /// come from templates, but hold no `..` and begin with no `/`.
    public var timeZoneFile: @Sendable (_ name: String) -> [UInt8]?
    /// The Helm whose functions are meant, where versions differ. The renderer sets it.
    package var helmVersion = HelmVersion.v4

    /// Creates an environment; time zones are those of the machine unless the caller has others.
    public init(
        now: @escaping @Sendable () -> Moment,
        randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8],
        isReproducible: Bool = false,
        timeZoneFile: @escaping @Sendable (_ name: String) -> [UInt8]? = RenderEnvironment.systemTimeZoneFile
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.isReproducible = isReproducible
        self.timeZoneFile = timeZoneFile
    }

    /// Reads the time zone database of the machine.
    public static let systemTimeZoneFile: @Sendable (_ name: String) -> [UInt8]? = SystemTimeZones.file

    /// Answers that are always the same: the clock stands at 2024-01-02T03:04:05Z, and nothing is random.
    public static let reproducible = RenderEnvironment(
        now: { Moment(seconds: 1_704_164_645) },
        randomBytes: { [UInt8](repeating: 0, count: $0) },
        isReproducible: true
    )
}

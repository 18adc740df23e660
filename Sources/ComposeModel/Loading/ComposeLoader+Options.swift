public import YAMLTree

extension ComposeLoader {
    /// How a loader reads a project.
    public struct Options: Sendable {
        /// The variables that files may refer to, before those of env files are added.
        public var environment: ComposeEnvironment
        /// The folder against which relative paths of files and folders given here are resolved; absolute.
        public var workingDirectory: String
        /// The name of the project; without one, `COMPOSE_PROJECT_NAME`, the `name` key or the folder gives it.
        public var projectName: String?
        /// The folder against which paths in the files are resolved; the folder of the first file without one.
        public var projectDirectory: String?
        /// Where the variables of the project come from besides `environment`.
        public var envFiles: EnvFiles
        /// The profiles to enable, `*` for all; without any, those in `COMPOSE_PROFILES`.
        public var profiles: [String]
        /// The services to keep, with what they depend on; empty for all.
        public var services: [String]
        /// What becomes of variables.
        public var interpolation: Interpolation
        /// What becomes of keys that the specification does not have.
        public var unknownKeys: UnknownKeys
        /// Whether relative paths are made absolute.
        public var resolvesPaths: Bool
        /// Whether networks, volumes, configs, secrets and models that no service uses are left out.
        public var removesUnusedResources: Bool
        /// The bounds on what a project may cost.
        public var limits: Limits

        /// Creates options.
        public init(
            environment: ComposeEnvironment = ComposeEnvironment(),
            workingDirectory: String = "/",
            projectName: String? = nil,
            projectDirectory: String? = nil,
            envFiles: EnvFiles = .standard,
            profiles: [String] = [],
            services: [String] = [],
            interpolation: Interpolation = .resolve,
            unknownKeys: UnknownKeys = .refuse,
            resolvesPaths: Bool = true,
            removesUnusedResources: Bool = false,
            limits: Limits = Limits()
        ) {
            self.environment = environment
            self.workingDirectory = workingDirectory
            self.projectName = projectName
            self.projectDirectory = projectDirectory
            self.envFiles = envFiles
            self.profiles = profiles
            self.services = services
            self.interpolation = interpolation
            self.unknownKeys = unknownKeys
            self.resolvesPaths = resolvesPaths
            self.removesUnusedResources = removesUnusedResources
            self.limits = limits
        }
    }

    /// Where the variables of a project come from besides the caller's.
    public enum EnvFiles: Sendable, Hashable {
        /// The file `.env` in the project's folder, if there is one.
        case standard
        /// These files, which must exist; later ones override earlier ones.
        case files([String])
        /// No file.
        case none
    }

    /// What becomes of variables such as `${TAG:-latest}`.
    public enum Interpolation: Sendable, Hashable {
        /// They are replaced by their values.
        case resolve
        /// They stay as they are; values that cannot be read because of them stay in their short form.
        case keep
    }

    /// What becomes of keys that the specification does not have.
    public enum UnknownKeys: Sendable, Hashable {
        /// They make the input invalid, as in the reference.
        case refuse
        /// They are reported as a notice, and kept.
        case notice
    }

    /// Bounds on what a project may cost before it is refused.
    public struct Limits: Sendable, Hashable {
        /// The bounds on each YAML text.
        public var yaml: ReadingLimits
        /// How many files `include` and `extends` may read, counting repetitions.
        public var files: Int
        /// The size in bytes of all files together.
        public var totalBytes: Int
        /// How deep `include`, `extends` and default values of variables may nest.
        public var nesting: Int
        /// How many ports one port range may stand for.
        public var portsPerRange: Int

        /// Creates limits; the defaults are far above what projects in the wild need.
        public init(
            yaml: ReadingLimits = ReadingLimits(bytes: 64 << 20),
            files: Int = 10_000,
            totalBytes: Int = 256 << 20,
            nesting: Int = 100,
            portsPerRange: Int = 65_536
        ) {
            self.yaml = yaml
            self.files = files
            self.totalBytes = totalBytes
            self.nesting = nesting
            self.portsPerRange = portsPerRange
        }
    }
}

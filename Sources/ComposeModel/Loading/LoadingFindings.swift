public import Diagnostics

extension FindingCode {
    /// A file cannot be read.
    public static let composeFile: FindingCode = "compose.file"
    /// No Compose file was found or named.
    public static let composeNoFile: FindingCode = "compose.no-file"
    /// A value has a shape that its key does not take.
    public static let composeShape: FindingCode = "compose.shape"
    /// The text of a value does not follow the grammar of its key.
    public static let composeSyntax: FindingCode = "compose.syntax"
    /// A key of a mapping is not text.
    public static let composeKey: FindingCode = "compose.key"
    /// A `$` begins something that is no variable.
    public static let composeInterpolation: FindingCode = "compose.interpolation"
    /// A variable is not set, and stands for an empty text.
    public static let composeUnsetVariable: FindingCode = "compose.unset-variable"
    /// A variable without a value leaves a text empty that should not be.
    public static let composeEmptyText: FindingCode = "compose.empty-text"
    /// A variable that the file demands (`${NAME:?…}`) is not set.
    public static let composeRequiredVariable: FindingCode = "compose.required-variable"
    /// The text that variables gave cannot be read as the type of its key.
    public static let composeCast: FindingCode = "compose.cast"
    /// Two files give one key values that cannot be merged.
    public static let composeMerge: FindingCode = "compose.merge"
    /// A service extends one that is not there, or itself.
    public static let composeExtends: FindingCode = "compose.extends"
    /// A file includes itself, or an `include` entry is malformed.
    public static let composeInclude: FindingCode = "compose.include"
    /// `include` or `extends` names a file of another machine, and nothing fetches it.
    public static let composeRemoteFile: FindingCode = "compose.remote-file"
    /// An env file or a label file is missing or malformed.
    public static let composeEnvFile: FindingCode = "compose.env-file"
    /// The project has no valid name.
    public static let composeProjectName: FindingCode = "compose.project-name"
    /// A name refers to something that the project does not define.
    public static let composeUndefined: FindingCode = "compose.undefined"
    /// Services depend on each other in a circle.
    public static let composeCycle: FindingCode = "compose.cycle"
    /// Two settings exclude each other, or contradict each other.
    public static let composeConflict: FindingCode = "compose.conflict"
    /// A value that is needed is missing.
    public static let composeMissing: FindingCode = "compose.missing"
    /// A value lies outside its range.
    public static let composeRange: FindingCode = "compose.range"
    /// The version of a file is one that no loader has ever read.
    public static let composeVersion: FindingCode = "compose.version"
    /// A key or form that only older versions of the format have.
    public static let composeLegacy: FindingCode = "compose.legacy"
    /// A limit on size or nesting was passed.
    public static let composeLimit: FindingCode = "compose.limit"
}

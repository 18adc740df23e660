import Diagnostics
import YAMLTree

/// What the passes of one load share: options, files, and what they have found so far.
final class LoadingContext {
    let options: ComposeLoader.Options
    let source: any FileSource
    private(set) var report = ConversionReport()
    private var reported: Set<Finding> = []
    private var readBytes = 0
    private var circles: Set<[String]> = []
    /// The documents of the files that were read so far.
    var documents: [String: [Node]] = [:]
    /// The services of the files that others extend.
    var extended: [ExtendedFile: ServiceInheritance.Scope] = [:]
    /// Whether a file has the form of version 1.
    var readsVersion1 = false
    private var countedFiles = 0
    /// How many bytes texts may still have after their variables are replaced.
    var remainingInterpolation: Int

    /// A file that services extend, and the folder to which its paths are made relative.
    struct ExtendedFile: Hashable {
        let path: String
        let folder: String
    }

    init(options: ComposeLoader.Options, source: any FileSource) {
        self.options = options
        self.source = source
        remainingInterpolation = options.limits.totalBytes
    }

    /// Records a finding unless the same one is there: included and extended files are read more than once.
    func add(_ finding: Finding) {
        guard reported.insert(finding).inserted else { return }
        if finding.severity == .invalid { hasFailed = true }
        report.add(finding)
    }

    func invalid(
        _ code: FindingCode,
        _ message: String,
        at location: SourceLocation?,
        path: NodePath? = nil,
        remedy: String? = nil
    ) {
        add(finding(code, .invalid, message, location, path, remedy))
    }

    func notice(
        _ code: FindingCode,
        _ message: String,
        at location: SourceLocation?,
        path: NodePath? = nil,
        remedy: String? = nil
    ) {
        add(finding(code, .notice, message, location, path, remedy))
    }

    private func finding(
        _ code: FindingCode,
        _ severity: Finding.Severity,
        _ message: String,
        _ location: SourceLocation?,
        _ path: NodePath?,
        _ remedy: String?
    ) -> Finding {
        Finding(
            code,
            severity,
            message,
            remedy: remedy,
            location: location,
            path: path?.description,
            reference: SpecificationSection.of(code, at: path)
        )
    }

    /// Whether something makes a result impossible.
    private(set) var hasFailed = false

    /// Whether a circle of these names is reported for the first time, wherever it was entered.
    func isNewCircle(_ names: [String]) -> Bool { circles.insert(names.sorted()).inserted }

    /// Counts a file that another file names; false when there are too many.
    func countFile(_ location: SourceLocation?) -> Bool {
        countedFiles += 1
        if countedFiles <= options.limits.files { return true }
        invalid(.composeLimit, "the project reads more than \(options.limits.files) files", at: location)
        return false
    }

    /// The absolute path of a file that `include` or `extends` names; nil after the reason was recorded.
    func path(named name: String, in directory: String, at location: SourceLocation?, _ place: NodePath) -> String? {
        guard RemoteAddress.isRemote(name) else { return FilePath.resolve(name, in: directory) }
        var reason = ""
        do throws(FileFault) {
            if let path = try source.path(ofRemote: name) { return path }
        } catch {
            reason = ": it \(error)"
        }
        invalid(
            .composeRemoteFile,
            "a file of another machine is named, and is not fetched" + reason,
            at: location,
            path: place,
            remedy: "Download it, and name the copy."
        )
        return nil
    }

    /// The bytes of a file; nil after the reason was recorded.
    func read(_ path: String, as code: FindingCode = .composeFile, for location: SourceLocation? = nil) -> [UInt8]? {
        do throws(FileFault) {
            let bytes = try source.contents(of: path)
            readBytes += bytes.count
            guard readBytes <= options.limits.totalBytes else {
                invalid(.composeLimit, "the files have more than \(options.limits.totalBytes) bytes", at: location)
                return nil
            }
            return bytes
        } catch {
            let place = location ?? SourceLocation(file: SourceFile(path), line: 1, column: 1)
            invalid(code, "\(path) \(error)", at: place)
            return nil
        }
    }
}

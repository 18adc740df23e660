import GoTemplate
import HelmChart

@testable import HelmCryptography

/// What templates answer that call the cryptographic functions.
enum TemplateAnswers {
    /// An environment with a clock that stands and bytes that count up.
    static let counting = RenderEnvironment(
        now: { RenderEnvironment.Moment(seconds: 1_704_164_645) },
        randomBytes: { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 + 1) } }
    )

    /// The output, or Go's text of the error that the function at the start of the template gave.
    static func answer(_ template: String, in environment: RenderEnvironment = .reproducible) -> String {
        var functions = FunctionTheme.cryptography.functions(environment)
        for theme in FunctionTheme.general {
            functions.merge(theme.functions(environment)) { own, _ in own }
        }
        var templates = TemplateSet(functions: functions)
        do {
            try templates.parse(ByteString(template), named: "t")
            return try templates.execute("t", .map(MapValue())).text
        } catch {
            let text = error.message.text
            guard text.hasPrefix("error calling ") else { return text }
            return String(text.split(separator: ": ", maxSplits: 1).last ?? "")
        }
    }
}

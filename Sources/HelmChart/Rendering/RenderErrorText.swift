import Diagnostics
import GoTemplate

/// Turns faults of templates into errors with Helm's texts.
struct RenderErrorText {
    var version: HelmVersion

    /// The fault of a file that is no template.
    func parseError(_ error: TemplateError) -> ChartError {
        let parts = Self.parts(error.goDescription.text, separator: ": ")
        let text =
            parts.count > 1
            ? "parse error at (\(parts[1])): \(parts[parts.count - 1])"
            : "parse error in (\(error.frames.first?.source.text ?? "")): \(parts[0])"
        return chartError(error, text)
    }

    /// The fault of a template that ran.
    func executionError(_ error: TemplateError, file: ByteString) -> ChartError {
        let whole = error.goDescription.text
        // A template that is missing, or a limit: no position to speak of.
        guard !error.frames.isEmpty else { return chartError(error, whole) }
        let parts = Self.parts(whole, separator: ": ", limit: 3)
        guard parts.count == 3 else {
            return chartError(error, "execution error in (\(file)): \(whole)")
        }
        if let start = parts[2].firstRange(of: ChartMessage.start),
            let end = Self.lastRange(of: ChartMessage.end, in: parts[2]), start.upperBound <= end.lowerBound
        {
            let message = String(parts[2][start.upperBound..<end.lowerBound])
            return chartError(error, "execution error at (\(parts[1])): \(message)")
        }
        switch version {
        case .v3: return chartError(error, whole)
        case .v4: return chartError(error, Self.reformatted(error) ?? whole)
        }
    }

    /// The chain as Helm 4 prints it, a template a paragraph; nil if some cause is no template's.
    private static func reformatted(_ error: TemplateError) -> String? {
        var steps: [Step] = []
        var rest = Substring(error.goDescription.text)
        while true {
            guard let step = Step(rest) else { return nil }
            if steps.last != step { steps.append(step) }
            guard let inner = step.cause else { break }
            rest = inner
        }
        let text = steps.map(\.text).joined()
        return String(decoding: GoSpace.trimming(ArraySlice(text.utf8)), as: UTF8.self)
    }

    private func chartError(_ error: TemplateError, _ text: String) -> ChartError {
        let places = error.frames.map { frame in
            SourceLocation(
                file: SourceFile(frame.source.text),
                line: frame.line,
                column: (frame.column ?? 0) + 1
            )
        }
        let kind: ChartError.Kind =
            switch error.kind {
            case .parse: .parsing
            case .execution: .execution
            case .limit: .limit
            }
        return ChartError(kind, text, at: places.last, trace: places)
    }

    private static func parts(_ text: String, separator: String, limit: Int = .max) -> [Substring] {
        var parts: [Substring] = []
        var rest = Substring(text)
        while parts.count < limit - 1, let found = rest.firstRange(of: separator) {
            parts.append(rest[..<found.lowerBound])
            rest = rest[found.upperBound...]
        }
        return parts + [rest]
    }

    fileprivate static func lastRange(of text: String, in whole: Substring) -> Range<Substring.Index>? {
        var found: Range<Substring.Index>?
        var rest = whole
        while let next = rest.firstRange(of: text) {
            found = next
            rest = rest[next.upperBound...]
        }
        return found
    }

    /// One error of the chain, read from its text as Helm 4 reads it.
    private struct Step: Equatable {
        var location = Substring()
        var function = ""
        var message = Substring()
        /// The text of the error behind it, if a function was called that failed.
        var cause: Substring?

        init?(_ text: Substring) {
            let prefix = "template: "
            guard text.hasPrefix(prefix) else { return nil }
            let rest = text.dropFirst(prefix.count)
            if rest.hasPrefix("no template ") {
                message = text
                return
            }
            guard readExecuting(rest) || readSimple(rest) else { return nil }
        }

        /// `FILE:L:C: executing "NAME" at <EXPRESSION>: MESSAGE`
        private mutating func readExecuting(_ text: Substring) -> Bool {
            guard let mark = text.firstRange(of: ": executing ") else { return false }
            let after = text[mark.upperBound...]
            guard after.first == "\"", let end = after.dropFirst().firstIndex(of: "\"") else { return false }
            let name = after[after.index(after: after.startIndex)..<end]
            let place = after[after.index(after: end)...]
            guard place.hasPrefix(" at <") else { return false }
            let expression = place.dropFirst(5)
            guard let close = expression.firstRange(of: ">: ") else { return false }
            let rest = expression[close.upperBound...]
            location = text[..<mark.lowerBound]
            function = "executing \"\(name)\" at <\(expression[..<close.lowerBound])>:"
            message = Self.withoutCause(rest)
            cause = Self.cause(of: rest)
            return true
        }

        private mutating func readSimple(_ text: Substring) -> Bool {
            guard let mark = RenderErrorText.lastRange(of: ": ", in: text) else { return false }
            location = text[..<mark.lowerBound]
            message = Self.withoutCause(text[mark.upperBound...])
            return true
        }

        private static func withoutCause(_ message: Substring) -> Substring {
            message.firstRange(of: " template:").map { message[..<$0.lowerBound] } ?? message
        }

        /// What comes after `error calling NAME: `.
        private static func cause(of message: Substring) -> Substring? {
            let lead = "error calling "
            guard message.hasPrefix(lead), let mark = message.firstRange(of: ": ") else { return nil }
            return message[mark.upperBound...]
        }

        var text: String {
            var text = ""
            if !location.isEmpty { text += "\(location)\n  " }
            if !function.isEmpty { text += "\(function)\n    " }
            if !message.isEmpty { text += "\(message)\n" }
            return text
        }
    }
}

/// What is wrong with a template, or went wrong while it ran: where, through which templates, and Go's text.
package struct TemplateError: Error, Sendable {
    package enum Kind: Sendable {
        /// The text is no template.
        case parse
        case execution
        /// A limit of ``RenderLimits`` was reached.
        case limit
    }

    /// A step of the way from the template that was run to the fault.
    package struct Frame: Hashable, Sendable {
        /// The name that the text was parsed under, usually a file.
        package var source: ByteString
        /// The line, from 1.
        package var line: Int
        /// The byte in the line, from 0; nil for a fault of parsing.
        package var column: Int?
        /// The template that ran; nil for a fault of parsing.
        package var executing: ByteString?
        /// The node that was evaluated, as Go prints it.
        package var expression: ByteString
        /// What Go's text has between this frame and the next, or the message: `error calling include: `.
        package var lead: ByteString

        /// `template: FILE:L:C: executing "N" at <expr>: `, as Go writes it.
        package var goDescription: ByteString {
            var text = Array("template: ".utf8) + source.bytes
            text.append(":\(line)")
            if let column { text.append(":\(column)") }
            text.append(": ")
            if let executing {
                text.append("executing ")
                text += GoQuote.quoted(executing.bytes)
                text.append(" at <")
                text += expression.bytes
                text.append(">: ")
            }
            return ByteString(text + lead.bytes)
        }
    }

    package var kind: Kind
    /// What a function says before the frames of what it ran.
    package var lead: ByteString
    /// From the outermost to the innermost.
    package var frames: [Frame]
    package var message: ByteString

    package init(_ kind: Kind, frames: [Frame] = [], message: ByteString, lead: ByteString = ByteString()) {
        self.kind = kind
        self.frames = frames
        self.message = message
        self.lead = lead
    }

    /// Go's text of the whole chain. Of one longer than 16 MiB, which only an attack makes, frames are left out.
    package var goDescription: ByteString {
        var text = lead.bytes
        for frame in frames where text.count < 16 << 20 { text += frame.goDescription.bytes }
        return ByteString(text + message.bytes)
    }

    /// The same error behind a text of the function that met it.
    package func prefixed(by text: ByteString) -> TemplateError {
        var error = self
        error.lead = ByteString(text.bytes + lead.bytes)
        return error
    }
}

extension TemplateError: CustomStringConvertible {
    package var description: String { goDescription.text }
}

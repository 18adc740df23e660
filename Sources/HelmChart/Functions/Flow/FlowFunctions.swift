import GoTemplate

extension FunctionTheme {
    /// Functions with which a chart ends its rendering.
    package static let flow = FunctionTheme { _ in
        var table = FunctionTable()
        table["fail"] = .typed { (message: ByteString) throws -> ByteString in
            throw FunctionError(ChartMessage.marked(message))
        }
        table["required"] = .typed { (message: ByteString, value: Value) in
            switch value {
            case .null, .nilInterface: throw FunctionError(ChartMessage.marked(message))
            case .string(let text) where text.bytes.isEmpty: throw FunctionError(ChartMessage.marked(message))
            default: value
            }
        }
        return table
    }
}

/// What a chart says when it ends its rendering. Helm shows it alone, without the templates that led to it, and finds
/// it in the error's text between marks.
package enum ChartMessage {
    package static let start = "HELM_ERR_START"
    package static let end = "HELM_ERR_END"

    static func marked(_ message: ByteString) -> String { start + message.text + end }
}

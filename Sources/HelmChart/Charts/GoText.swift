import GoTemplate

/// Texts as Go's `%q` prints them.
enum GoText {
    static func quoted(_ text: String) -> String { GoFormat.quote(ByteString(text)).text }
}

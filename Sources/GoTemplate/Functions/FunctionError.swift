/// What a function reports: the text of Go's error, without the position, which the rendering adds.
package struct FunctionError: Error, Hashable, Sendable, CustomStringConvertible {
    package var message: String

    package init(_ message: String) {
        self.message = message
    }

    package var description: String { message }
}

/// The function that an identifier names, found when the template is parsed.
package final class Callee: Sendable {
    enum Behaviour: Sendable {
        case function(TemplateFunction)
        /// `and` (false) and `or` (true): stop at the first operand of this truth.
        case shortCircuit(at: Bool)
        /// The built-in `call`, whose errors cite its argument.
        case call
    }

    let name: ByteString
    let behaviour: Behaviour

    init(_ name: ByteString, _ behaviour: Behaviour) {
        self.name = name
        self.behaviour = behaviour
    }
}

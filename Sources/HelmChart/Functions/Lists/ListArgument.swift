import GoTemplate

extension Value {
    /// The elements of a list that a function walks through. For what is no list, the error says `refusal` of its kind.
    func elements(orThrow refusal: (_ kind: String) -> String) throws(FunctionError) -> [Value] {
        switch self {
        case .list(let list): return list.elements
        case .null, .nilInterface: throw .nilDereference
        default: throw FunctionError(refusal(kindName))
        }
    }
}

extension [Value] {
    /// The values as elements of a `[]interface {}`.
    var asList: ListValue { ListValue(map(\.contained)) }

    /// Whether a value equal to `value` is among these.
    func contains(equalTo value: Value) throws(FunctionError) -> Bool {
        for element in self where try DeepEquality.areEqual(element, value) { return true }
        return false
    }
}

import GoTemplate

/// Cutting lists.
enum ListParts {
    /// The elements from the first index up to the second, of the list's own type; nil of an empty list.
    static func slice(_ value: Value, _ indices: [Value]) throws -> Value {
        let elements = try value.elements { "list should be type of slice or array but \($0)" }
        guard case .list(let list) = value, !elements.isEmpty else { return .null }
        let start = indices.first?.castToInteger ?? 0
        let end = indices.count > 1 ? indices[1].castToInteger : Int64(elements.count)
        guard 0 <= start, start <= end, end <= elements.count else {
            throw FunctionError("reflect.Value.Slice: slice index out of bounds")
        }
        return .list(ListValue(Array(elements[Int(start)..<Int(end)]), type: list.type))
    }

    /// Lists of `size` elements each, the last of what remains.
    ///
    /// Sizes that are not positive give what Go's arithmetic on floats gives: mostly an error.
    static func chunk(_ size: Int, _ value: Value) throws -> ListValue {
        let elements = try value.elements { "Cannot chunk type \($0)" }
        let (count, width) = (Double(elements.count), Double(size))
        let chunks = (((count - 1) / width).rounded(.down) + 1).goInteger
        guard chunks >= 0, chunks <= elements.count + 2 else { throw FunctionError.negativeLength }
        var result: [Value] = []
        for chunk in 0..<chunks {
            let remainder = count.truncatingRemainder(dividingBy: width).rounded(.down).goInteger
            let length = chunk == chunks - 1 && remainder != 0 ? Int(remainder) : size
            guard length >= 0 else { throw FunctionError.negativeLength }
            let start = Int(chunk) * size
            guard start >= 0, start + length <= elements.count else {
                throw FunctionError("reflect: slice index out of range")
            }
            result.append(.list(Array(elements[start..<(start + length)]).asList))
        }
        return ListValue(result, type: .lists)
    }

    /// The elements without those that are equal to an earlier one.
    static func distinct(_ elements: [Value]) throws -> [Value] {
        var texts: Set<ByteString> = []
        var distinct: [Value] = []
        var others: [Value] = []
        for element in elements {
            if case .string(let text) = element {
                if texts.insert(text).inserted { distinct.append(element) }
            } else if try !others.contains(equalTo: element) {
                others.append(element)
                distinct.append(element)
            }
        }
        return distinct
    }
}

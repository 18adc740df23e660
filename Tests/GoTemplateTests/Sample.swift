import GoTemplate

/// Data and functions that the tests share.
enum Sample {
    static var data: Value {
        map([
            "text": .text("hello"), "empty": .text(""), "int": .int(7), "float": .float(2.5), "yes": .bool(true),
            "no": .bool(false), "none": .nilInterface, "list": .list([.text("a"), .int(2), .nilInterface]),
            "numbers": .list([.int(3), .int(1), .int(2)]), "emptyList": .list([]), "emptyMap": map([:]),
            "map": map(["b": .int(2), "a": .int(1), "c": map(["d": .text("deep")])]),
            "labels": .map(MapValue(["k": .text("v")], type: .stringMap)), "object": .object(Point(x: 1, y: 2)),
        ])
    }

    static func map(_ entries: [ByteString: Value]) -> Value { .map(MapValue(entries)) }

    static let functions: FunctionTable = {
        var table = FunctionTable()
        table["upper"] = TemplateFunction(Signature(.string)) { .text(GoFormat.value($0[0]).text.uppercased()) }
        table["half"] = TemplateFunction(Signature(.int)) { arguments in
            guard case .integer(let value, _) = arguments[0] else { return .null }
            if value % 2 != 0 { throw FunctionError("\(value) is odd") }
            return .int(Int(value / 2))
        }
        table["scale"] = TemplateFunction(Signature(.float64, variadic: .float64)) { arguments in
            let factors = arguments.map { argument in
                if case .float(let value) = argument { return value }
                return 1
            }
            return .float(factors.reduce(1, *))
        }
        table["nothing"] = TemplateFunction(Signature()) { _ in .null }
        table["keys"] = TemplateFunction(Signature(.map)) { arguments in
            guard case .map(let map) = arguments[0] else { return .list([]) }
            return .list(.strings(map.sortedKeys))
        }
        table["include"] = TemplateFunction(Signature(.string, .any)) { arguments, context in
            .string(try context.execute(GoFormat.value(arguments[0]), arguments[1]))
        }
        table["evaluate"] = TemplateFunction(Signature(.string, .any)) { arguments, context in
            .string(try context.execute(text: GoFormat.value(arguments[0]), named: "text", arguments[1]))
        }
        return table
    }()

    /// What the template writes, or Go's text of what is wrong.
    static func result(
        of template: String,
        _ data: Value = Sample.data,
        options: TemplateOptions = TemplateOptions()
    ) -> String {
        var templates = TemplateSet(functions: functions, options: options)
        do throws(TemplateError) {
            try templates.parse(ByteString(template), named: "t")
            return try templates.execute("t", data).text
        } catch {
            return error.goDescription.text
        }
    }

    /// Only for reports of where the fault is, in tests that count on one.
    static func fault(of template: String, options: TemplateOptions = TemplateOptions()) -> TemplateError? {
        var templates = TemplateSet(functions: functions, options: options)
        do throws(TemplateError) {
            try templates.parse(ByteString(template), named: "t")
            _ = try templates.execute("t", Sample.data)
            return nil
        } catch {
            return error
        }
    }
}

/// A struct with a method.
final class Point: TemplateObject {
    let x: Int
    let y: Int

    init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }

    var type: GoType { GoType("plane.Point", .struct) }
    var fields: [(name: ByteString, value: Value)] { [("X", .int(x)), ("Y", .int(y))] }

    func method(_ name: ByteString) -> TemplateFunction? {
        guard name == "Plus" else { return nil }
        let x = x
        return TemplateFunction(Signature(.int)) { arguments in
            guard case .integer(let value, _) = arguments[0] else { return .null }
            return .int(x + Int(value))
        }
    }
}

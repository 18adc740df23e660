import GoTemplate
import Testing

@testable import HelmChart

@Suite struct SetExpressionTests {
    private static func json(_ text: String, _ values: SetExpression.Values) throws -> String {
        let map = MapValue()
        try SetExpression.apply(ByteString(text), as: values, to: map)
        return try GoJSON.write(.map(map), .compact).text
    }

    @Test(arguments: [
        ("a=1,b=true,c=null,d=x", #"{"a":1,"b":true,"c":null,"d":"x"}"#),
        ("a=1e3,b=1.0,c=-5,d=+5,e=007,f=0", #"{"a":"1e3","b":"1.0","c":-5,"d":5,"e":"007","f":0}"#),
        ("a.b.c=1,a.d=2", #"{"a":{"b":{"c":1},"d":2}}"#),
        ("a[0]=x,a[2]=y", #"{"a":["x",null,"y"]}"#),
        ("a[0].b=1,a[0].c=2,a[1][0]=3", #"{"a":[{"b":1,"c":2},[3]]}"#),
        ("a={1,x,true},b={}", #"{"a":[1,"x",true],"b":[""]}"#),
        ("a=b\\,c,d\\.e=f", #"{"a":"b,c","d.e":"f"}"#),
        ("a=", #"{"a":""}"#), ("a=,b=1", #"{"a":"","b":1}"#), ("", "{}"), ("a[0]", #"{"a":[]}"#), ("a[0", "{}"),
    ]) func typedValues(text: String, json: String) throws {
        #expect(try Self.json(text, .typed) == json)
    }

    @Test(arguments: [
        ("a", "key \"a\" has no value"),
        ("a=x,,b=y", "key \"\" has no value (cannot end with ,)"),
        ("a[x]=1", "error parsing index: strconv.Atoi: parsing \"x\": invalid syntax"),
        ("a[-1]=1", "negative -1 index not allowed"),
        ("a[65537]=1", "index of 65537 is greater than maximum supported index of 65536"),
        ("a=2,a.b=1", "unable to parse key: interface conversion: interface {} is int64, not map[string]interface {}"),
        ("a={1,{2,3}}", "key \"}\" has no value"),
        ("a={1", "list must terminate with '}'"),
        ("a[0]x=1", "unexpected data at end of array index: \"x\""),
        (
            String(repeating: "a.", count: 31) + "b=1",
            "value name nested level is greater than maximum supported nested level of 30"
        ),
    ]) func faults(text: String, message: String) {
        #expect(throws: FunctionError(message)) { try Self.json(text, .typed) }
    }

    @Test func otherKindsOfValues() throws {
        #expect(try Self.json("a=1,b={x,2}", .strings) == #"{"a":"1","b":["x","2"]}"#)
        #expect(try Self.json("a={\"k\":[1]},b=,c[1]=\"s\"", .json) == #"{"a":{"k":[1]},"b":null,"c":[null,"s"]}"#)
        #expect(try Self.json("a.b=x,c={d}\\", .literal) == #"{"a":{"b":"x,c={d}\\"}}"#)
        let files = SetExpression.Values.files { (name) throws(FunctionError) in
            .string(ByteString("<" + name.text + ">"))
        }
        #expect(
            try Self.json("a=x.txt,b={y,z}", files)
                == #"{"a":"\u003cx.txt\u003e","b":["\u003cy\u003e","\u003cz\u003e"]}"#
        )
    }

    @Test func whatPrecedesAFaultStaysSet() throws {
        let map = MapValue()
        #expect(throws: FunctionError.self) { try SetExpression.apply("a=1,b", as: .typed, to: map) }
        #expect(try GoJSON.write(.map(map), .compact) == #"{"a":1}"#)
    }
}

import Testing

@Suite struct CollectionFunctionTests {
    @Test(arguments: [
        ("append (list 1) 2", "[1 2]"), ("prepend (list 1) 2", "[2 1]"),
        ("concat (list 1) (list) (list 2 3)", "[1 2 3]"),
        ("rest (list)", "[]"), ("initial (list 1 2)", "[1]"), ("reverse (list 1 2 3)", "[3 2 1]"),
        ("uniq (list 1 \"a\" 1 1.0 \"a\" nil nil)", "[1 a 1 <nil>]"), ("without (list 1 2 3) 2 3", "[1]"),
        ("has 1 (list 1.0)", "false"), ("has nil (list nil)", "true"), ("compact (list 0 \"\" nil 1)", "[1]"),
        ("slice (list 1 2 3) 1 2", "[2]"), ("slice (list 1) 0 2", "reflect.Value.Slice: slice index out of bounds"),
        ("chunk 2 (list 1 2 3)", "[[1 2] [3]]"), ("chunk 0 (list 1)", "runtime error: makeslice: len out of range"),
        ("first \"a\"", "Cannot find first on type string"), ("typeOf (splitList \",\" \"a,b\")", "[]string"),
        ("join \"-\" (list 1 nil \"b\")", "1-b"), ("sortAlpha (list \"b\" 10 9)", "[10 9 b]"),
        ("splitn \".\" 2 \"a.b.c\"", "map[_0:a _1:b.c]"), ("until -3", "[0 -1 -2]"), ("untilStep 0 7 3", "[0 3 6]"),
        ("seq 2 2 7", "2 4 6"), ("seq 5 -2 1", "5 3 1"), ("seq 0", "1 0"),
    ])
    func lists(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }

    @Test(arguments: [
        (#"dict "a" 1 "b""#, "map[a:1 b:]"),
        (#"keys (dict "b" 1 "a" 2)"#, "[a b]"),
        (#"pluck "a" (dict "a" 1) (dict) (dict "a" 2)"#, "[1 2]"),
        (#"omit (dict "a" 1 "b" 2) "a""#, "map[b:2]"),
        (#"dig "a" "b" "none" (dict "a" (dict "b" 1))"#, "1"),
        (#"dig "a" "x" "none" (dict "a" (dict "b" 1))"#, "none"),
        (
            #"dig "a" "b" "none" (dict "a" 1)"#,
            "interface conversion: interface {} is int, not map[string]interface {}"
        ),
        (#"set nil "a" 1"#, "assignment to entry in nil map"),
        (#"deepEqual (rest (list)) (list)"#, "false"),
        (#"merge (dict "a" 0 "b" 1) (dict "a" 2 "b" 3 "c" 4)"#, "map[a:2 b:1 c:4]"),
        (#"mergeOverwrite (dict "a" 1 "b" (dict "x" 1)) (dict "a" "" "b" (dict "y" 2))"#, "map[a: b:map[x:1 y:2]]"),
    ])
    func dictionaries(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }

    @Test func changesAreSeenThroughAllNames() {
        let template = """
            {{ $a := dict "in" (dict "x" 1) }}{{ $b := merge (dict) $a }}{{ $c := deepCopy $a -}}
            {{ $_ := set $a.in "x" 2 }}{{ $b.in.x }} {{ $c.in.x }}
            """
        #expect(FunctionHost.answer(template) == "2 1")
    }

    @Test(arguments: [
        (#"default "d" """#, "d"), (#"default "d" false"#, "d"), (#"default "d" "0""#, "0"),
        (#"coalesce 0 "" (list) "x""#, "x"), ("all 1 \"a\" 0", "false"), ("ternary 1 2 false", "2"),
        ("kindOf nil", "invalid"), ("typeOf 1.0", "float64"), ("deepEqual (list 1) (list 1.0)", "false"),
        (#"deepEqual (dict "a" (list 1)) (dict "a" (list 1))"#, "true"), (#"typeIsLike "int" 1"#, "true"),
        (#"fail "no""#, "HELM_ERR_STARTnoHELM_ERR_END"), (#"required "r" 0"#, "0"),
    ])
    func choices(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }
}

import GoTemplate
import Testing

@Suite struct RegularExpressionTests {
    @Test(arguments: [
        ("a|ab", "xab", "a"),
        ("ab|a", "xab", "ab"),
        ("a+?", "aaa", "a"),
        ("(?U)a+", "aaa", "a"),
        ("(?U)a+?", "aaa", "aaa"),
        ("(a*)*", "aab", "aa"),
        ("(|a)+", "aaa", ""),
        ("(a|)+", "aaa", "aaa"),
        ("(?i)straße", "STRAßE", "STRAßE"),
        ("(?i)k", "\u{212A}", "\u{212A}"),
        (#"\bfoo\b"#, "a foo!", "foo"),
        (#"(?m)^b$"#, "a\nb\nc", "b"),
        (#"\p{Greek}+"#, "abc αβγ", "αβγ"),
        (#"\pL{2,3}"#, "1éèê2", "éèê"),
        (#"[^\d\s]+"#, "12 ab", "ab"),
        (#"[[:^alpha:]]+"#, "ab12", "12"),
        (#"\x{1F600}"#, "😀", "😀"),
        (#"\Qa.b\E+"#, "a.bb", "a.bb"),
        (#"x{2,3}?"#, "xxxx", "xx"),
        ("a{,2}", "a{,2}", "a{,2}"),
        (".", "\n", ""),
        ("(?s).", "\n", "\n"),
    ]) func findsTheMatchThatGoFinds(pattern: String, text: String, match: String) throws {
        #expect(try RegularExpression(ByteString(pattern)).find(in: ByteString(text)) == ByteString(match))
    }

    @Test(arguments: [
        ("a**", "invalid nested repetition operator: `**`"),
        ("a+*?", "invalid nested repetition operator: `+*?`"),
        ("*a", "missing argument to repetition operator: `*`"),
        ("(a", "missing closing ): `(a`"),
        ("a)", "unexpected ): `a)`"),
        ("[a", "missing closing ]: `[a`"),
        ("[b-a]", "invalid character class range: `b-a`"),
        ("[[:x:]]", "invalid character class range: `[:x:]`"),
        (#"\p{Nope}"#, #"invalid character class range: `\p{Nope}`"#),
        (#"\8"#, #"invalid escape sequence: `\8`"#),
        (#"a\"#, "trailing backslash at end of expression: ``"),
        ("(?=a)", "invalid or unsupported Perl syntax: `(?=`"),
        ("(?P<a-b>x)", "invalid named capture: `(?P<a-b>`"),
        ("x{1001}", "invalid repeat count: `{1001}`"),
        ("(x{40}){40}", "invalid repeat count: `{40}`"),
        ("x{3,2}", "invalid repeat count: `{3,2}`"),
    ]) func namesTheFaultAsGoDoes(pattern: String, message: String) {
        #expect { try RegularExpression(ByteString(pattern)) } throws: {
            "\($0)" == "error parsing regexp: " + message
        }
    }

    @Test func refusesWhatIsNoUTF8AndWhatNestsTooDeeply() {
        #expect { try RegularExpression(ByteString([0x61, 0xFF])) } throws: {
            ($0 as? PatternError)?.code == .invalidUTF8
        }
        let deep = String(repeating: "(", count: 1001) + String(repeating: ")", count: 1001)
        #expect { try RegularExpression(ByteString(deep)) } throws: { ($0 as? PatternError)?.code == .nestingDepth }
    }

    @Test(arguments: [
        ("a(x*)b", "-ab-axxb-", "${1}W", "-W-xxW-"),
        ("a(x*)b", "-ab-axxb-", "$1W", "---"),
        ("a(?P<n>x*)b", "-axb-", "<$n>$$", "-<x>$-"),
        ("a*", "baaac", "x", "xbxcx"),
        ("", "abc", "-", "-a-b-c-"),
        ("a", "aa", "$", "$$"),
        ("a", "aa", "${0", "${0${0"),
    ]) func replacesWithTemplates(pattern: String, text: String, template: String, result: String) throws {
        let expression = try RegularExpression(ByteString(pattern))
        #expect(try expression.replaceAll(in: ByteString(text), with: ByteString(template)) == ByteString(result))
    }

    @Test(arguments: [
        ("a", "banana", -1, ["b", "n", "n", ""]),
        ("a", "banana", 2, ["b", "nana"]),
        ("", "abc", -1, ["a", "b", "c"]),
        ("z+", "pizza", -1, ["pi", "a"]),
        ("a", "", -1, [""]),
        ("a", "a", 0, []),
    ]) func splits(pattern: String, text: String, count: Int, parts: [ByteString]) throws {
        #expect(try RegularExpression(ByteString(pattern)).split(ByteString(text), count: count) == parts)
    }

    @Test func escapedTextMatchesItself() throws {
        let text: ByteString = #"a.b*c[d]\e{2}$^|()?+"#
        let expression = try RegularExpression(RegularExpression.escaped(text))
        #expect(try expression.find(in: text) == text)
    }

    @Test func invalidBytesAreOneCharacterEach() throws {
        let expression = try RegularExpression("^..$")
        #expect(try expression.matches(ByteString([0xFF, 0xC3])))
    }
}

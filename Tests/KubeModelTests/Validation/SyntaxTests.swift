@testable import KubeModel
import Testing

/// The syntaxes of names, addresses and schedules by themselves.
@Suite struct SyntaxTests {
    private static let table: [(NameSyntax, sound: [String], faulty: [String])] = [
        (.dnsLabel, ["a", "a-1", "1a"], ["", "A", "-a", "a-", "a.b", String(repeating: "a", count: 64)]),
        (.dnsSubdomain, ["a.b-c.1"], ["", "a..b", ".a", "a_b", String(repeating: "a", count: 254)]),
        (.dns1035Label, ["a1"], ["1a", ""]),
        (.qualifiedName, ["a", "A_b.c", "example.com/A"], ["", "/a", "a/", "a/b/c", "A.com/b", "-a"]),
        (.labelValue, ["", "a", "A_b.c"], ["-a", "a b", String(repeating: "a", count: 64)]),
        (.configKey, ["a", ".a", "A-b_c"], ["", ".", "..", "..a", "a/b"]),
        (.portName, ["http", "a1-b"], ["", "80", "-a", "a--b", "A", "abcdefghijklmnop"]),
        (.percentage, ["0%", "150%"], ["", "%", "1.5%", "5", "-1%"]),
        (.domainName, ["a.b", "a.b."], ["", "a", "a.", "A.b"]),
        (.fullyQualifiedName, ["a.b.c"], ["", "a.b"]),
        (.wildcardDomain, ["*.a.b"], ["*", "a.b", "*.", "**.a"]),
        (.pathSegment, ["a:b", "A B"], [".", "..", "a/b", "a%b"]),
        (.identifier, ["_a1"], ["", "1a", "a-b"]),
        (.headerName, ["X-Y"], ["", "a b", "a:b"]),
        (.relaxedVariable, ["a b", "1"], ["", "a=b", "é"]),
        (.strictVariable, ["a.b-c_d"], ["", "1a", ".", "..a", "a b"]),
        (.sysctl, ["net.ipv4.x", "net/ipv4/x"], ["", "A", "a..b", "a."]),
        (.domainPath, ["a.b/c"], ["a.b", "a.b/", "/c"]),
    ]

    @Test(arguments: table.indices)
    func texts(_ index: Int) {
        let (syntax, sound, faulty) = Self.table[index]
        for text in sound { #expect(syntax.problem(text) == nil, "\(text)") }
        for text in faulty { #expect(syntax.problem(text) != nil, "\(text)") }
    }

    @Test(arguments: [
        "1.2.3.4", "010.0.0.1", "::", "::1", "1::", "fe80::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1::1.2.3.4",
    ])
    func addresses(_ text: String) { #expect(NetworkAddress(text) != nil) }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.", "a.b.c.d", ":", ":::", "1:2", "1:2:3:4:5:6:7:8:9", "1::2::3",
        "fe80::1%eth0", "12345::", "1:2:3:4:5:6:7:1.2.3.4", "1.2.3.4::", "::1:", "1:2:3:4:5:6:7::8",
    ])
    func noAddresses(_ text: String) { #expect(NetworkAddress(text) == nil) }

    @Test func blocks() throws {
        let block = try #require(AddressBlock("10.0.0.0/8"))
        #expect(try block.contains(#require(AddressBlock("10.1.0.0/16"))))
        #expect(try !block.contains(#require(AddressBlock("11.0.0.0/16"))))
        #expect(try !block.contains(#require(AddressBlock("::/0"))))
        #expect(try #require(AddressBlock("::/0")).contains(#require(AddressBlock("fe80::/10"))))
        for text in ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/a", "::/129", "/8"] {
            #expect(AddressBlock(text) == nil, "\(text)")
        }
    }

    @Test(arguments: [("1.32", "1.32"), ("v1.33", "1.33"), ("1.32.4", "1.32")])
    func versions(_ text: String, _ expected: String) { #expect(KubernetesVersion(text)?.description == expected) }

    @Test(arguments: ["", "1", "1.x", "1.2.3.4", "v", "-1.2"])
    func noVersions(_ text: String) { #expect(KubernetesVersion(text) == nil) }
}

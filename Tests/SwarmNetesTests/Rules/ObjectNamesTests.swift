@testable import SwarmNetes
import TestSupport
import Testing

@Suite struct ObjectNamesTests {
    @Test(arguments: [
        ("web", "web"), ("Web_Server", "web-server"), ("a.b", "a-b"), ("--x--", "x"), ("a__b", "a-b"),
        ("a--b", "a--b"), ("0x", "0x"), ("é", "x"), ("", "x"), ("web-", "web"),
    ]) func labels(_ name: String, _ expected: String) {
        let label = ObjectNames.label(name)
        // A name without a letter or digit is a hash, which begins with x.
        if expected == "x" && name != "--x--" {
            #expect(label.hasPrefix("x") && label.utf8.count == 9)
        } else {
            #expect(label == expected)
        }
    }

    @Test func longNamesAreCutAndStayDifferent() {
        let stem = String(repeating: "a", count: 80)
        #expect(ObjectNames.label(String(repeating: "b", count: 63)) == String(repeating: "b", count: 63))
        let one = ObjectNames.label(stem + "1")
        let two = ObjectNames.label(stem + "2")
        #expect(one.utf8.count == 63 && two.utf8.count == 63 && one != two)
        #expect(ObjectNames.label(one) == one)
        #expect(ObjectNames.subdomain(String(repeating: "c", count: 400)).utf8.count == 253)
    }

    @Test(arguments: [("0web", "s-0web"), ("web", "web"), ("a.b", "a-b"), ("1", "s-1")])
    func servicesBeginWithALetter(_ name: String, _ expected: String) {
        #expect(ObjectNames.serviceName(name) == expected)
    }

    @Test func cutServiceNamesStayValid() {
        let name = ObjectNames.serviceName(String(repeating: "9", count: 63))
        #expect(name.utf8.count == 63 && name.hasPrefix("s-9"))
    }

    @Test(arguments: [("a.b", "a.b"), ("A..B", "a.b"), (".a", "a"), ("a.", "a"), ("a._b", "a.b"), ("a_.b", "a-b")])
    func subdomains(_ name: String, _ expected: String) {
        #expect(ObjectNames.subdomain(name) == expected)
    }

    @Test(arguments: [
        ("a.conf", "a.conf"), ("a/b", "a-b"), ("..", "_.."), (".", "_."), ("A_b", "A_b"), ("ä", "--"),
    ]) func assetKeys(_ key: String, _ expected: String) {
        #expect(ObjectNames.assetKey(key) == expected)
    }

    @Test(arguments: [
        ("", true), ("a", true), ("a b", false), ("-a", false), ("a-", false), ("a.b_c-d", true), ("ä", false),
        (String(repeating: "a", count: 63), true), (String(repeating: "a", count: 64), false),
    ]) func labelValues(_ value: String, _ expected: Bool) {
        #expect(ObjectNames.isLabelValue(value) == expected)
    }

    @Test(arguments: [
        ("a", true), ("", false), ("a/b", true), ("/b", false), ("a/", false), ("a/b/c", false), ("A.b/c", false),
        ("example.com/Name_1", true), ("a b", false),
    ]) func qualifiedNames(_ key: String, _ expected: Bool) {
        #expect(ObjectNames.isQualifiedName(key) == expected)
    }

    /// Whatever a name is, what it becomes is valid, and stays as it is when it is folded again.
    @Test func anyNameBecomesValid() {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("abcXYZ019-_. /é\u{301}$:")
        for _ in 0..<2000 {
            let length = Int.random(in: 0...90, using: &random)
            let name = String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
            let label = ObjectNames.label(name)
            #expect(label.wholeMatch(of: /[a-z0-9]([-a-z0-9]*[a-z0-9])?/) != nil && label.utf8.count <= 63, "\(name)")
            #expect(ObjectNames.label(label) == label)
            let service = ObjectNames.serviceName(name)
            #expect(service.wholeMatch(of: /[a-z]([-a-z0-9]*[a-z0-9])?/) != nil && service.utf8.count <= 63, "\(name)")
            let subdomain = ObjectNames.subdomain(name)
            let labels = /[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/
            #expect(subdomain.wholeMatch(of: labels) != nil && subdomain.utf8.count <= 253, "\(name): \(subdomain)")
            let key = ObjectNames.assetKey(name)
            #expect(name.isEmpty || key.wholeMatch(of: /[-._a-zA-Z0-9]+/) != nil, "\(name): \(key)")
        }
    }
}

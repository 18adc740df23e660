import Testing

@testable import RegistrySync

@Suite struct SyncRuleTests {
    @Test(arguments: [
        ("library/*", "library/redis", true), ("library/*", "library/a/b", false), ("library/**", "library/a/b", true),
        ("**", "a", true), ("*", "a/b", false), ("v?.*", "v1.27", true), ("v?.*", "v10.1", false), ("", "", true),
        ("", "a", false), ("a*b*c", "aXbYc", true), ("a*b*c", "aXcYb", false), ("***", "a/b/c", true),
        ("a?", "a/", false),
    ])
    func patterns(_ pattern: String, _ name: String, _ fits: Bool) {
        #expect(NamePattern(pattern).matches(name) == fits)
    }

    @Test("A hostile pattern takes no exponential time") func hostilePattern() {
        let pattern = NamePattern(String(repeating: "*a", count: 200) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 1000)))
    }

    @Test(arguments: [
        (">=1.20 <2", "1.27.3", true), (">=1.20 <2", "2.0.0", false), (">=1.20", "v1.20", true),
        ("^1.4", "1.9.9", true),
        ("^1.4", "2.0", false), ("^0.3.1", "0.3.9", true), ("^0.3.1", "0.4.0", false), ("~2.3.1", "2.3.9", true),
        ("~2.3.1", "2.4.0", false), ("~2", "2.9", true), ("1.27.x", "1.27.5", true), ("1.27.x", "1.28.0", false),
        ("1", "1.9", true), ("=1.2.3", "1.2.3", true), ("!=1.2.3", "1.2.3", false), (">1.2.3, <=1.3", "1.3", true),
        ("1.x || 3.x", "3.4", true), ("1.x || 3.x", "2.4", false), (">=1.0.0", "1.5.0-rc.1", false),
        (">=1.0.0-0", "1.5.0-rc.1", true), ("*", "7.0", true), ("*", "latest", false), (">=1.2", "1.2-alpine", false),
    ])
    func ranges(_ range: String, _ tag: String, _ lies: Bool) throws {
        #expect(try #require(VersionRange(range)).contains(try RegistrySync.Tag(tag)) == lies)
    }

    @Test(arguments: ["", "||", "1.2.3.4", ">=", "a", "^x.1", "1.-2", "> 1 ||", "99999999999999999999"])
    func noRanges(_ text: String) { #expect(VersionRange(text) == nil) }

    @Test func theNewestTagsAreTheLargestVersions() throws {
        var selection = TagSelection()
        selection.exclude = [NamePattern("*-rc*")]
        selection.newest = 3
        let tags = try ["1.9", "1.10", "v1.2", "latest", "2.0-rc1", "edge", "1.10-alpine"].map {
            try RegistrySync.Tag($0)
        }
        #expect(selection.selected(of: tags).map(\.name) == ["1.10", "1.10-alpine", "1.9"])
        selection.newest = nil
        #expect(selection.selected(of: tags).map(\.name) == ["1.10", "1.10-alpine", "1.9", "v1.2", "latest", "edge"])
        selection.versions = VersionRange("^1.9")
        #expect(selection.selected(of: tags).map(\.name) == ["1.10", "1.9"])
    }

    @Test func namesAreRewritten() throws {
        var rewriting = NameRewriting()
        #expect(try rewriting.destination(of: try RepositoryName("a/b/c")).path == "a/b/c")
        rewriting.removedPrefix = try RepositoryName("a")
        rewriting.addedPrefix = try RepositoryName("team")
        #expect(try rewriting.destination(of: try RepositoryName("a/b/c")).path == "team/b/c")
        #expect(try rewriting.destination(of: try RepositoryName("ab/c")).path == "team/ab/c")
        rewriting.flattening = .doubleUnderscore
        #expect(try rewriting.destination(of: try RepositoryName("a/b/c")).path == "team/b__c")
    }

    private static let waits: [(String, Int64, Int64)] = [
        ("22:00-06:00", 75_600, 3600), ("22:00-06:00", 82_800, 0), ("22:00-06:00", 21_600, 57_600),
        ("22:00-06:00", 0, 0), ("09:30-10:00", 35_999, 0), ("09:30-10:00", 36_000, 84_600),
        ("00:00-00:00", 43_200, 0), ("00:00-12:00", -3600, 3600),
    ]

    @Test(arguments: waits)
    func windows(_ window: String, _ second: Int64, _ wait: Int64) throws {
        let window = try #require(DailyWindow(window))
        #expect(window.secondsUntilOpen(at: second) == wait)
        #expect(DailyWindow(window.description) == window)
    }

    @Test(arguments: ["", "22:00", "24:00-01:00", "1:00-2:00", "01:60-02:00", "01:00-02:00-03:00", "+1:00-02:00"])
    func noWindows(_ text: String) { #expect(DailyWindow(text) == nil) }

    @Test func everyRepositoryBelongsToOneShard() throws {
        let shards = try (0..<3).map { try #require(Shard("\($0)/3")) }
        for number in 0..<200 {
            let repository = try RepositoryName("team/app\(number)")
            #expect(shards.count { $0.contains(repository) } == 1)
        }
        for text in ["", "3/3", "-1/3", "1", "0/0", "a/b", "1/2/3"] { #expect(Shard(text) == nil) }
    }
}

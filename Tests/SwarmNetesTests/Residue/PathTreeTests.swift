@testable import SwarmNetes
import Testing
import YAMLTree

@Suite struct PathTreeTests {
    @Test(
        arguments: [
            ("a", true), ("a.b", true), ("a[0]", true), ("b", false), ("b.c", true), ("b.c.d[1]", true), ("b.d", false),
            ("c[1]", true), ("c[0]", false), ("c", false), ("", false),
        ] as [(NodePath, Bool)]
    ) func coverage(_ path: NodePath, _ expected: Bool) {
        #expect(PathTree(["a", "b.c", "c[1]"]).covers(path) == expected)
    }

    @Test func theRootCoversAll() {
        #expect(PathTree([NodePath()]).covers("a.b"))
        #expect(!PathTree([]).covers(NodePath()))
    }
}

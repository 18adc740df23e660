import Diagnostics
import KubeModel
import Testing

/// Fields that must not change when an object takes the place of another.
@Suite struct ReplacementRuleTests {
    private func paths(_ new: String, replacing old: String) throws -> [String] {
        let old = try ManifestStream().read(old, file: "old.yaml").value
        return ObjectValidator().validate(Array(new.utf8), file: "new.yaml", replacing: old).findings.compactMap(\.path)
    }

    @Test(arguments: [
        (
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {selector: {matchLabels: {a: X}}, "
                + "template: {metadata: {labels: {a: X}}, spec: {containers: [{name: c, image: i}]}}}\n",
            ["spec.selector"]
        ),
        (
            "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec: {serviceName: X, selector: {matchLabels: {a: b}}, "
                + "template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}}\n",
            ["spec"]
        ),
        (
            "apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: "
                + "{template: {spec: {restartPolicy: Never, containers: [{name: c, image: X}]}}}\n",
            ["spec.template"]
        ),
        ("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: c, image: X}]}\n", []),
        ("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: X, image: i}]}\n", ["spec"]),
        ("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ntype: X\n", ["type"]),
        ("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nimmutable: true\nstringData: {k: X}\n", ["data"]),
        (
            "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {storageClassName: X, "
                + "accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\n",
            ["spec"]
        ),
        (
            "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec: {capacity: {storage: 1Gi}, "
                + "accessModes: [ReadWriteOnce], hostPath: {path: /X}}\n",
            ["spec.persistentvolumesource"]
        ),
        (
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {clusterIP: 10.0.0.%, ports: [{port: 80}]}\n",
            ["spec.clusterIPs[0]"]
        ),
    ])
    func changes(_ text: String, _ expected: [String]) throws {
        let one = text.replacing("X", with: "one").replacing("%", with: "1")
        let two = text.replacing("X", with: "two").replacing("%", with: "2")
        #expect(try paths(one, replacing: one) == [])
        #expect(try paths(two, replacing: one) == expected)
    }

    @Test func defaultsOfTheServerAreNoChanges() throws {
        let new = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: c, image: i}]}\n"
        let old = """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: default, uid: 1-2-3}
            spec:
              containers: [{name: c, image: i, imagePullPolicy: Always, terminationMessagePolicy: File}]
              restartPolicy: Always
              dnsPolicy: ClusterFirst
            """
        #expect(try paths(new, replacing: old) == [])
    }

    @Test func otherObjectsDoNotCount() throws {
        let text = "apiVersion: v1\nkind: Secret\nmetadata: {name: X}\ntype: X\n"
        #expect(try paths(text.replacing("X", with: "a"), replacing: text.replacing("X", with: "b")) == [])
    }

    @Test func claimsOnlyGrow() throws {
        let text =
            "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessModes: [ReadWriteOnce], "
            + "resources: {requests: {storage: XGi}}}\nstatus: {phase: Bound}\n"
        let (small, large) = (text.replacing("X", with: "1"), text.replacing("X", with: "2"))
        #expect(try paths(large, replacing: small) == [])
        #expect(try paths(small, replacing: large) == ["spec.resources.requests.storage"])
    }
}

import ComposeModel
import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections
import SwarmNetes
import Testing
import YAMLTree

/// Projects that cannot be converted, or not wholly.
@Suite struct BadProjectTests {
    private static func convert(
        _ text: String,
        files: [String: String] = [:]
    ) throws -> Converted<[AnyKubernetesObject]> {
        let source = Project.source(text, files: files)
        return try Project.converter(source: source).convert(try Project.load(from: source))
    }

    @Test(arguments: [
        ("services: {a_b: {image: x}, a-b: {image: x}}", 1),
        ("services: {a_b: {image: x}, a-b: {image: x}, a.b: {image: x}, c_d: {image: x}, c-d: {image: x}}", 3),
        ("services: {a: {image: x}}\nvolumes: {D_1: {}, d-1: {}}", 1),
        ("services: {a: {image: x}}\nconfigs: {C: {content: x}, c: {content: y}}", 1),
    ]) func namesThatBecomeOneAreRefusedTogether(_ text: String, _ count: Int) throws {
        let error = #expect(throws: InvalidInput.self) { try Self.convert("name: p\n" + text) }
        let collisions = error?.report.findings.filter { $0.code == .nameCollision } ?? []
        #expect(collisions.count == count || collisions.count == 2 * count, "\(collisions)")
        #expect(collisions.allSatisfy { $0.location != nil })
    }

    @Test func aCompanionNeedsAServiceToJoin() throws {
        var project = try Project.load("name: p\nservices: {a: {image: x}, b: {image: x, network_mode: 'service:a'}}")
        project.services["b"]?.networkMode = "service:missing"
        let error = #expect(throws: InvalidInput.self) { try ComposeToKubernetes().convert(project) }
        let finding = try #require(error?.report.findings.first)
        #expect(finding.code == .danglingReference && finding.message.contains("missing"))
        #expect(finding.path == "services.b" && finding.location != nil)
    }

    @Test func companionsOfEachOtherAreRefused() throws {
        var project = try Project.load("name: p\nservices: {a: {image: x}, b: {image: x}}")
        project.services["a"]?.networkMode = "service:b"
        project.services["b"]?.networkMode = "service:a"
        let error = #expect(throws: InvalidInput.self) { try ComposeToKubernetes().convert(project) }
        #expect(error?.report.findings.count == 2)
    }

    @Test func aMissingSecretIsADecisionAndNoSecretIsInAFinding() throws {
        let text = """
            name: p
            services:
              db: {image: db, secrets: [present, missing, unset]}
            secrets:
              present: {file: ./present.txt}
              missing: {file: ./missing.txt}
              unset: {environment: NOT_SET}
            """
        let value = "swordfish-42"
        let result = try Self.convert(text, files: ["/project/present.txt": value])
        let decisions = result.report.findings.filter { $0.code == .contentMissing }
        #expect(decisions.count == 2 && decisions.allSatisfy { $0.severity == .decisionNeeded })
        #expect(!result.report.findings.contains { "\($0)".contains(value) })

        let back = try KubernetesToCompose().convert(result.value)
        #expect(!back.report.findings.contains { "\($0)".contains(value) })
        #expect(!ComposeWriter().text(back.value.project).value.contains(value))
        #expect(back.value.files.contains { $0.isSecret && $0.bytes == Array(value.utf8) })
    }

    @Test(arguments: [
        "x-transload: 1", "x-transload: [a]", "x-transload: {kubernetes: 1}", "x-transload: {objects: 1, without: {}}",
        "x-transload: {objects: [1, {}, {kind: Deployment}], without: [{}, 1]}",
        "x-transload: {kubernetes: {Deployment/web: [1]}}",
        "x-transload: {kubernetes: {Deployment/web: {spec.replicas: {a: b}}}}",
        "x-transload: {kubernetes: {Deployment/web: {spec: 1}}}",
        "x-transload: {kubernetes: {Deployment/web: {'': 1}}}",
        "x-transload: {kubernetes: {Deployment/web: {'-kind': null, '-': null}}}",
        "x-transload: {kubernetes: {Deployment/web: {'spec.template.spec.containers[99]': x, 'a..b': 1}}}",
        "x-transload: {without: [Deployment/web, Service/web]}",
        "x-transload: {labels: {a: b}}",
    ]) func hostileExtensionsOfAProject(_ text: String) throws {
        let source = "name: p\nservices: {web: {image: x, deploy: {replicas: 2}}}\n" + text
        let project = try Project.load(source)
        let objects = try ComposeToKubernetes().convert(project).value
        #expect(!text.contains("kubernetes") || objects.contains { $0.as(Deployment.self) != nil }, "\(text)")
        _ = try? KubernetesToCompose().convert(objects.throughText())
    }

    @Test(arguments: [
        "1", "[]", "{kind: [Pod]}", "{kind: Nonsense}", "{init-of: web}", "{init-of: nobody}", "{container: ''}",
        "{selector: [a]}", "{selector: {a: [b]}}", "{kubernetes: [1]}", "{selector: {'not a key': 'not a value'}}",
    ]) func hostileHintsOfAService(_ hints: String) throws {
        let project = try Project.load("name: p\nservices: {web: {image: x, x-transload: \(hints)}}")
        do {
            let objects = try ComposeToKubernetes().convert(project).value
            _ = try KubernetesToCompose().convert(objects.throughText())
        } catch {
            let invalid = try #require(error as? InvalidInput)
            #expect(invalid.report.worst == .invalid)
        }
    }
}

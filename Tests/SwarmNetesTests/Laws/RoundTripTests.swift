import ComposeModel
import Diagnostics
import KubeModel
import OrderedCollections
import SwarmNetes
import Testing
import YAMLTree

/// There and back is the identity, and the way there does not depend on how often it is gone.
@Suite struct RoundTripTests {
    @Test(arguments: Fixture.forward) func composeAndBackThroughText(_ fixture: Fixture) throws {
        let project = try fixture.project()
        let objects = try fixture.converter().convert(project).value
        let back = try KubernetesToCompose().convert(objects.throughText()).value.project
        #expect(CorpusRoundTripConformance.firstDifference(project.makeNode(), back.makeNode()) == nil)
    }

    @Test(arguments: Fixture.reverse) func kubernetesAndBackThroughText(_ fixture: Fixture) throws {
        let objects = try fixture.objects()
        let source = Project.source(try KubernetesToCompose().convert(objects).value)
        let back = try Project.converter(source: source).convert(try Project.load(from: source)).value
        #expect(CorpusRoundTripConformance.difference(objects, try back.throughText()) == nil)
    }

    @Test(arguments: Fixture.forward) func convertingAgainGivesTheSameManifests(_ fixture: Fixture) throws {
        let project = try fixture.project()
        let converter = try fixture.converter()
        let first = try converter.convert(project)
        let second = try converter.convert(project)
        #expect(ManifestStream().write(first.value) == ManifestStream().write(second.value))
        #expect(first.report == second.report)
        let back = try KubernetesToCompose().convert(first.value).value.project
        let again = try converter.convert(back).value
        #expect(CorpusRoundTripConformance.difference(Self.withoutRemarks(first.value), again) == nil)
    }

    @Test(arguments: Fixture.reverse) func convertingAgainGivesTheSameProject(_ fixture: Fixture) throws {
        let objects = try fixture.objects()
        let first = try KubernetesToCompose().convert(objects)
        let second = try KubernetesToCompose().convert(objects)
        #expect(ComposeWriter().text(first.value.project).value == ComposeWriter().text(second.value.project).value)
        #expect(first.report == second.report)
        let source = Project.source(first.value)
        let back = try Project.converter(source: source).convert(first.value.project).value
        let again = try KubernetesToCompose().convert(back).value.project
        #expect(
            CorpusRoundTripConformance.firstDifference(first.value.project.makeNode(), again.makeNode()) == nil
        )
    }

    /// The objects without what conversions note, whose parts may come in another order.
    private static func withoutRemarks(_ objects: [AnyKubernetesObject]) -> [AnyKubernetesObject] {
        objects.map { object in
            var object = object
            object.metadata.annotations["transload.dev/compose"] = nil
            object.metadata.annotations["transload.dev/compose-project"] = nil
            return object
        }
    }
}

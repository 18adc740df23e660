@testable import ComposeModel
import Diagnostics
import Foundation
import OrderedCollections
import TestSupport
import Testing
import YAMLTree

/// A file with every key of the specification.
struct EverythingTests {
    private let text: String

    init() throws {
        let file = Checkout.root.appending(path: "Tests/ComposeModelTests/Fixtures/model/everything.yaml")
        text = try String(contentsOf: file, encoding: .utf8)
    }

    @Test func comesBack() throws {
        let tree = try Reading.tree(text)
        let project = try ComposeProject(canonical: tree)
        #expect(project.makeNode() == tree)
    }

    @Test func comesBackWithoutItsText() throws {
        let project = try Reading.project(text)
        var copy = project
        copy.fields = .none
        for (name, service) in copy.services {
            var service = service
            let unknown = service.fields.unknown
            service.fields = .none
            #expect(unknown.map(\.name) == ["x-team"])
            copy.services[name] = service
        }
        let again = try ComposeProject(canonical: copy.makeNode())
        for (name, service) in again.services {
            var service = service
            service.fields = .none
            #expect(service == copy.services[name])
        }
        #expect(again.networks == project.networks)
        #expect(again.configs == project.configs)
    }

    @Test func valuesAreTyped() throws {
        let project = try Reading.project(text)
        let web = try #require(project.services["web"])
        #expect(web.command == [])
        #expect(web.entrypoint == ["./serve"])
        #expect(web.environment["PASSED"] == .some(nil))
        #expect(web.environment["PRICE"] == "5$")
        #expect(web.dependsOn["db"] == ServiceDependency(condition: .healthy, restart: true, required: true))
        #expect(web.healthcheck?.interval == .seconds(90))
        #expect(web.deploy?.resources?.limits?.memory?.bytes == 512 << 20)
        #expect(web.deploy?.resources?.reservations?.devices.first?.count == .all)
        #expect(web.deploy?.updateConfig?.parallelism == 0)
        #expect(web.networks["back"] == .some(nil))
        #expect(web.networks["idle"] == ServiceNetwork())
        #expect(web.networks["front"]??.gwPriority == 10)
        #expect(web.memswapLimit?.bytes == -1)
        #expect(web.memSwappiness == 60)
        #expect(web.ports.map(\.target) == [80, 81])
        #expect(web.ports.map(\.published) == ["8080", "8000-8010"])
        #expect(web.ports.first?.hostIP == "127.0.0.1")
        #expect(web.volumes.map(\.type) == ["bind", "volume", "tmpfs", "image"])
        #expect(web.build?.secrets.first?.mode == FileMode(rawValue: 0o440))
        #expect(web.build?.args["COMMIT"] == .some(nil))
        #expect(web.build?.ssh == [SSHKey(id: "default"), SSHKey(id: "deploy", path: "/keys/deploy")])
        #expect(web.provider?.options["zone"] == ["a", "b"])
        #expect(web.models["plain"] == .some(nil))
        #expect(project.networks["back"]?.external == true)
        #expect(project.models["llm"]?.contextSize == 1024)
    }

    @Test func unknownKeysStayWithTheirValues() throws {
        let project = try Reading.project(text)
        #expect(project.fields.unknown.map(\.name) == ["x-owner"])
        #expect(project.services["web"]?.build?.fields.unknown.map(\.name) == ["x-build"])
        #expect(project.services["web"]?.dependsOn["job"]?.fields.unknown.map(\.name) == ["x-wait"])
    }

    @Test func theSchemaAcceptsIt() throws {
        #expect(ComposeSchema.validate(try Reading.tree(text)).isEmpty)
    }
}

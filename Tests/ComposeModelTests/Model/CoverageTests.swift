import Testing
import YAMLTree

@testable import ComposeModel

/// The typed values know every key of the schema.
struct CoverageTests {
    private func unknown<Value: MappingCodable>(_ type: Value.Type, _ shape: MappingShape) -> [String] {
        let mapping = Mapping(shape.names.map { ($0, Node.null()) })
        let value = Value(reading: .mapping(mapping), ReadingContext(schema: .core))
        return value?.fields.unknown.map(\.name) ?? ["unreadable"]
    }

    @Test func everyKeyIsTyped() {
        #expect(unknown(ComposeProject.self, ProjectTable.project) == ["version", "include"])  // Gone after loading.
        #expect(unknown(Service.self, ServiceTable.service).isEmpty)
        #expect(unknown(Build.self, BuildTable.build).isEmpty)
        #expect(unknown(Deploy.self, DeployTable.deploy).isEmpty)
        #expect(unknown(Develop.self, HookTable.develop).isEmpty)
        #expect(unknown(ServiceHook.self, HookTable.preStart).isEmpty)
        #expect(unknown(Mount.self, MountTable.mount).isEmpty)
        #expect(unknown(FileReference.self, MountTable.fileReference).isEmpty)
        #expect(unknown(DeviceMapping.self, DeviceTable.mapping).isEmpty)
        #expect(unknown(DeviceRequest.self, DeviceTable.request).isEmpty)
        #expect(unknown(BlkioConfig.self, BlkioTable.config).isEmpty)
        #expect(unknown(ServiceDependency.self, ServiceTable.dependency).isEmpty)
        #expect(unknown(ServiceNetwork.self, ServiceTable.network).isEmpty)
        #expect(unknown(PortMapping.self, ServiceTable.port).isEmpty)
        #expect(unknown(HealthCheck.self, ServiceTable.healthCheck).isEmpty)
        #expect(unknown(EnvFile.self, ServiceTable.envFile).isEmpty)
        #expect(unknown(Extends.self, ServiceTable.extends).isEmpty)
        #expect(unknown(Provider.self, ServiceTable.provider).isEmpty)
        #expect(unknown(ServiceModel.self, ServiceTable.model).isEmpty)
        #expect(unknown(Network.self, ProjectTable.network).isEmpty)
        #expect(unknown(IPAM.self, ProjectTable.ipam).isEmpty)
        #expect(unknown(Volume.self, ProjectTable.volume).isEmpty)
        #expect(unknown(Config.self, ProjectTable.config).isEmpty)
        #expect(unknown(Secret.self, ProjectTable.secret).isEmpty)
        #expect(unknown(Model.self, ProjectTable.model).isEmpty)
    }

    @Test func everyKeyHasARuleForStacks() {
        for name in ServiceTable.service.names { #expect(StackTable.service.rules[name] != nil, "\(name)") }
        for name in ProjectTable.project.names where name != "version" && name != "include" {
            #expect(StackTable.project.rules[name] != nil, "\(name)")
        }
    }
}

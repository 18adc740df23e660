public import Diagnostics

extension FindingCode {
    /// Two parts of an application share a name.
    public static let duplicateName: FindingCode = "application.duplicate-name"
    /// A part of an application refers to another that is not there.
    public static let danglingReference: FindingCode = "application.dangling-reference"
    /// A port is not a number from 1 to 65535.
    public static let portOutOfRange: FindingCode = "application.port-out-of-range"
    /// A workload has no container.
    public static let emptyWorkload: FindingCode = "application.empty-workload"
}

extension Application {
    /// What is wrong with the application as a whole: repeated names, references that lead nowhere, impossible ports.
    ///
    /// Readers check it before they hand an application over. O(n).
    public func violations() -> [Finding] {
        var check = InvariantCheck(application: self)
        return check.run()
    }
}

private struct InvariantCheck {
    let application: Application
    var findings: [Finding] = []

    mutating func run() -> [Finding] {
        unique(application.workloads.map { ($0.name, $0.origin) }, "workload")
        unique(application.endpoints.map { ($0.name, $0.origin) }, "endpoint")
        unique(application.routes.map { ($0.name, $0.origin) }, "route")
        unique(application.volumes.map { ($0.name, $0.origin) }, "volume")
        unique(application.networks.map { ($0.name, $0.origin) }, "network")
        for kind in [Asset.Confidentiality.plain, .secret] {
            let assets = application.assets.filter { $0.confidentiality == kind }
            unique(assets.map { ($0.name, $0.origin) }, kind == .plain ? "config" : "secret")
        }
        let workloads = Set(application.workloads.map(\.name))
        let volumes = Set(application.volumes.map(\.name))
        for workload in application.workloads {
            let own = Set(workload.instanceVolumes.map(\.name))
            if workload.containers.isEmpty {
                add(.emptyWorkload, "the workload \(workload.name) has no container", workload.origin)
            }
            for dependency in workload.dependencies where !workloads.contains(dependency.workload) {
                add(
                    .danglingReference,
                    "\(workload.name) depends on \(dependency.workload), which is not there",
                    workload.origin
                )
            }
            for container in workload.initContainers + workload.containers {
                for port in container.ports { range(port.number, container.origin) }
                for mount in container.mounts {
                    if case .volume(let name) = mount.source, !volumes.contains(name), !own.contains(name) {
                        add(.danglingReference, "the volume \(name) is not there", mount.origin)
                    }
                }
            }
        }
        for endpoint in application.endpoints {
            for name in endpoint.workloads where !workloads.contains(name) {
                add(
                    .danglingReference,
                    "the endpoint \(endpoint.name) leads to \(name), which is not there",
                    endpoint.origin
                )
            }
            for port in endpoint.ports { range(port.port, port.origin) }
        }
        let endpoints = Set(application.endpoints.map(\.name))
        for route in application.routes {
            for rule in route.rules where !endpoints.contains(rule.endpoint) {
                add(
                    .danglingReference,
                    "the route \(route.name) leads to \(rule.endpoint), which is not there",
                    route.origin
                )
            }
        }
        return findings
    }

    private mutating func unique(_ names: [(name: String, origin: Origin)], _ kind: String) {
        var seen: Set<String> = []
        for (name, origin) in names where !seen.insert(name).inserted {
            add(.duplicateName, "the \(kind) \(name) is there twice", origin)
        }
    }

    private mutating func range(_ port: Int, _ origin: Origin) {
        guard !(1...65535).contains(port) else { return }
        add(.portOutOfRange, "the port \(port) is not between 1 and 65535", origin)
    }

    private mutating func add(_ code: FindingCode, _ message: String, _ origin: Origin) {
        findings.append(Finding(code, .invalid, message, origin: origin, in: application.origins))
    }
}

import Diagnostics
import OrchestrationIR
import YAMLTree

/// What the labels of a service say of the probes of its container.
extension KomposeLabels {
    /// Changes the probes of a container. `times` has the times of the service's health check, whatever its test.
    mutating func readProbes(_ container: inout Container, times: Probe?) {
        if let action = request("service.healthcheck.liveness.") {
            var probe = container.liveness ?? times ?? Probe(action)
            probe.action = action
            container.liveness = probe
        }
        let name = "service.healthcheck.readiness."
        if isTrue(name + "disable") ?? false {
            container.readiness = nil
            return
        }
        let test = words(name + "test").flatMap(Self.command)
        guard let action = request(name) ?? test else {
            // Times without a test are those of the test that the service has.
            if var probe = container.readiness {
                readTimes(name, &probe)
                container.readiness = probe
            }
            return
        }
        var probe = Probe(action)
        readTimes(name, &probe)
        container.readiness = probe
    }

    /// A request to a path of a port, or a connection to it.
    private mutating func request(_ name: String) -> Probe.Action? {
        let path = self[name + "http_get_path"]
        if let port = port(name + "http_get_port") ?? (path == nil ? nil : 80) {
            return .http(ProbeRequest(port: .number(port), path: path ?? "/"))
        }
        return port(name + "tcp_port").map { .tcp(port: .number($0)) }
    }

    private mutating func readTimes(_ name: String, _ probe: inout Probe) {
        probe.interval = duration(name + "interval") ?? probe.interval
        probe.timeout = duration(name + "timeout") ?? probe.timeout
        probe.startPeriod = duration(name + "start_period") ?? probe.startPeriod
        probe.failureThreshold = number(name + "retries", in: 1...Int(Int32.max)) ?? probe.failureThreshold
    }

    /// The command of `["CMD", …]`, `["CMD-SHELL", …]`, or of words alone.
    private static func command(_ words: [String]) -> Probe.Action? {
        switch words.first {
        case "CMD-SHELL": .shell(words.dropFirst().joined(separator: " "))
        case "CMD": words.count > 1 ? .command(Array(words.dropFirst())) : nil
        case "NONE", nil: nil
        default: .command(words)
        }
    }

    /// The words of a list such as `["echo", "ready"]`.
    static func list(_ text: String) -> [String]? {
        guard let node = try? YAMLReader().document(in: Array(text.utf8), file: "label"), let items = node.sequence
        else {
            return nil
        }
        let words = items.compactMap(\.text)
        return words.count == items.count && !words.isEmpty ? words : nil
    }
}

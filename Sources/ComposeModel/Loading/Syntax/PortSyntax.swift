/// The short form of a port: `[[IP:]HOST[-HOST]:]CONTAINER[-CONTAINER][/PROTOCOL]`
/// (Compose Specification, "Services", `ports`).
enum PortSyntax {
    struct Fault: Error, Equatable {
        let message: String
    }

    /// One published port; `published` is empty for a port that the engine chooses, and may be a range.
    struct Port: Equatable {
        var hostIP = ""
        var target: Int
        var published = ""
        var transport: String
    }

    /// The ports that `text` stands for, ranges expanded, in the reference's order: that of the ports as texts.
    static func parse(_ text: String) throws(Fault) -> [Port] {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let container = String(parts.removeLast())
        let host = parts.popLast().map(String.init) ?? ""
        let address = try address(parts.joined(separator: ":"))
        let (number, transport) = transport(container)
        guard !number.isEmpty else { throw Fault(message: "the item names no container port") }
        guard let targets = range(number) else {
            throw Fault(message: "the container port is no port or range of ports")
        }
        guard targets.lowerBound > 0 else { throw Fault(message: "the container port is 0") }
        guard ["tcp", "udp", "sctp"].contains(transport.lowercased()) else {
            throw Fault(message: "the protocol is none of tcp, udp and sctp")
        }
        guard !host.isEmpty else {
            return sorted(targets).map { Port(hostIP: address, target: $0, transport: transport.lowercased()) }
        }
        guard let published = range(host) else { throw Fault(message: "the host port is no port or range of ports") }
        guard targets.count == published.count || targets.count == 1 else {
            throw Fault(message: "the ranges of host and container ports differ in length")
        }
        return sorted(targets).map { target in
            let first = published.lowerBound + target - targets.lowerBound
            let isChoice = targets.count == 1 && published.count > 1
            return Port(
                hostIP: address,
                target: target,
                published: isChoice ? "\(first)-\(published.upperBound)" : "\(first)",
                transport: transport.lowercased()
            )
        }
    }

    private static func sorted(_ ports: ClosedRange<Int>) -> [Int] {
        ports.upperBound < 10 || String(ports.lowerBound).count == String(ports.upperBound).count
            ? Array(ports) : ports.sorted { "\($0)/" < "\($1)/" }
    }

    private static func address(_ text: String) throws(Fault) -> String {
        if text.isEmpty { return "" }
        var address = text
        if text.hasPrefix("["), text.hasSuffix("]") {
            address = String(text.dropFirst().dropLast())
        } else if text.contains(":") {
            throw Fault(message: "the host is no IP address; an IPv6 address stands in brackets")
        }
        guard address.isEmpty || IPAddress.isValid(address) else {
            throw Fault(message: "the host is no IP address")
        }
        return address
    }

    private static func transport(_ text: String) -> (port: String, transport: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let port = parts.first, !port.isEmpty else { return ("", "") }
        guard parts.count > 1, !parts[1].isEmpty else { return (String(port), "tcp") }
        return (String(port), String(parts[1]))
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let start = ends.first.flatMap({ port($0) }) else { return nil }
        guard ends.count > 1 else { return start...start }
        guard let end = port(ends[1]), end >= start else { return nil }
        return start...end
    }

    private static func port(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), let port = Int(text),
            port <= 65_535
        else { return nil }
        return port
    }
}

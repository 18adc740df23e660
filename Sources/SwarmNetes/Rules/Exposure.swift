import OrchestrationIR
import OrderedCollections
import YAMLTree

// A service is reached from outside by host and path when it has a hint under `x-transload`, or a label of the same meaning:
//
//     x-transload:
//       expose: [shop.example.com, shop.example.com/api]   # or `true` for any host
//       expose-port: 8080                                  # the first port, unless given
//       expose-secret: shop-tls                            # the Secret with the certificate
//       expose-class: nginx                                # the ingress class
//       expose-name: shop                                  # services with one name share an Ingress
//     labels:
//       transload.dev/expose: shop.example.com,shop.example.com/api

/// How a service asks to be reached from outside by host and path.
struct Exposure: Equatable {
    /// A host and a path.
    struct Target: Equatable {
        /// The host; nil means any.
        var host: String?
        var path = "/"
        var match = Route.PathMatch.prefix
        /// The port of the container; nil means that of all targets.
        var port: Int?
    }

    var targets: [Target] = []
    /// The port of the container; nil means the first.
    var port: Int?
    /// The Secret with the certificate.
    var secret: String?
    /// The class of the Ingress.
    var routeClass: String?
    /// The name of the Ingress; nil means that of the service.
    var name: String?

    init() {}

    /// Reads `true`, or hosts with paths behind commas: `shop.example.com/api,other.example.com`.
    init(text: String) {
        targets = text.split(separator: ",").map { Target($0.trimmingSpaces) }
    }
}

extension Exposure.Target {
    /// Reads `true`, `host`, `host/path` or `/path`.
    init(_ text: String) {
        guard text != "true" else { return }
        let host = text.prefix { $0 != "/" }
        self.host = host.isEmpty ? nil : String(host)
        if host.endIndex != text.endIndex { path = String(text[host.endIndex...]) }
    }

    /// Whether a rule of an Ingress may have the host and the path.
    var isValid: Bool {
        let isHost = host.map { host in
            let name = host.hasPrefix("*.") ? String(host.dropFirst(2)) : host
            return ObjectNames.subdomain(name) == name && name.split(separator: ".").allSatisfy { $0.utf8.count <= 63 }
        }
        return isHost ?? true && path.hasPrefix("/") && !path.contains("//")
    }
}

// MARK: - Under x-transload

extension Exposure {
    static let keys = (
        targets: "expose", port: "expose-port", secret: "expose-secret", routeClass: "expose-class", name: "expose-name"
    )

    /// Reads the hints of a service; nil when there are none.
    init?(_ mapping: Mapping) {
        guard let node = mapping[Self.keys.targets], node.text != "false" else { return nil }
        targets = (node.sequence ?? [node]).map { item in
            guard let mapping = item.mapping else { return Target(item.text ?? "true") }
            return Target(
                host: mapping["host"]?.text,
                path: mapping["path"]?.text ?? "/",
                match: Self.matches.first { $0.name == mapping["match"]?.text }?.match ?? .prefix,
                port: mapping["port"]?.text.flatMap { Int($0) }
            )
        }
        port = mapping[Self.keys.port]?.text.flatMap { Int($0) }
        secret = mapping[Self.keys.secret]?.text
        routeClass = mapping[Self.keys.routeClass]?.text
        name = mapping[Self.keys.name]?.text
    }

    private static let matches: [(match: Route.PathMatch, name: String)] = [
        (.exact, "exact"), (.unspecified, "any"),
    ]

    /// Writes the hints of a service.
    func write(to mapping: inout Mapping) {
        mapping[Self.keys.targets] = .sequence(targets.map(Self.node))
        if let port { mapping[Self.keys.port] = .integer(port) }
        if let secret { mapping[Self.keys.secret] = .string(secret) }
        if let routeClass { mapping[Self.keys.routeClass] = .string(routeClass) }
        if let name { mapping[Self.keys.name] = .string(name) }
    }

    private static func node(_ target: Target) -> Node {
        if target.match == .prefix, target.port == nil {
            let path = target.path == "/" ? "" : target.path
            return .string(target.host.map { $0 + path } ?? (path.isEmpty ? "true" : path))
        }
        var mapping = Mapping()
        if let host = target.host { mapping["host"] = .string(host) }
        mapping["path"] = .string(target.path)
        if let match = matches.first(where: { $0.match == target.match }) { mapping["match"] = .string(match.name) }
        if let port = target.port { mapping["port"] = .integer(port) }
        return .mapping(mapping)
    }
}

// MARK: - In labels

extension Exposure {
    /// Reads the labels of a service, ours or kompose's; nil when there are none.
    init?(_ labels: OrderedDictionary<String, String>) {
        if let text = labels[Marks.hint + Self.keys.targets], text != "false" {
            self.init(text: text)
            port = labels[Marks.hint + Self.keys.port].flatMap { Int($0) }
            secret = labels[Marks.hint + Self.keys.secret]
            routeClass = labels[Marks.hint + Self.keys.routeClass]
            name = labels[Marks.hint + Self.keys.name]
        } else if let text = labels["kompose.service.expose"], text != "false", !text.isEmpty {
            self.init(text: text.lowercased() == "true" ? "true" : text)
            secret = labels["kompose.service.expose.tls-secret"]
            routeClass = labels["kompose.service.expose.ingress-class-name"]
        } else {
            return nil
        }
    }
}

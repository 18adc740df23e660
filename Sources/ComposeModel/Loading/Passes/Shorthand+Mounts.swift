import Diagnostics
import YAMLTree

extension Shorthand {
    /// `[SOURCE:]TARGET[:OPTIONS]` is a mount.
    static let mount: Rule = { node, path, context in
        guard let text = node.string() else { return }
        do throws(MountSyntax.Fault) {
            node = try longForm(of: MountSyntax.parse(text), node.location)
        } catch {
            guard context.options.interpolation == .resolve else { return }
            context.invalid(
                .composeSyntax,
                error.message,
                at: node.location,
                path: path,
                remedy: "Write [SOURCE:]TARGET[:OPTIONS], or the long form."
            )
        }
    }

    private static func longForm(of mount: MountSyntax.Mount, _ location: SourceLocation?) -> Node {
        var fields: [(String, Node)] = [("type", mount.isBind ? "bind" : "volume")]
        if !mount.source.isEmpty { fields.append(("source", .string(mount.source))) }
        fields.append(("target", .string(FilePath.clean(mount.target))))
        if mount.isReadOnly { fields.append(("read_only", true)) }
        var bind: [(String, Node)] = []
        if let labelling = mount.labelling { bind.append(("selinux", .string(labelling))) }
        if let propagation = mount.propagation { bind.append(("propagation", .string(propagation))) }
        if mount.isBind { bind.append(("create_host_path", true)) }
        if !bind.isEmpty { fields.append(("bind", made(bind, location))) }
        if mount.skipsCopy || !mount.isBind {
            fields.append(("volume", made(mount.skipsCopy ? [("nocopy", true)] : [], location)))
        }
        return made(fields, location)
    }

    /// `SOURCE[:TARGET[:PERMISSIONS]]` is a device.
    static let device: Rule = { node, path, context in
        guard let text = node.string() else { return }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 3 else {
            guard context.options.interpolation == .resolve else { return }
            context.invalid(
                .composeSyntax,
                "the device has too many colons",
                at: node.location,
                path: path,
                remedy: "Use the long form with source, target and permissions."
            )
            return
        }
        let target = parts.count > 1 && !parts[1].isEmpty ? parts[1] : parts[0]
        node = made(
            [
                ("source", .string(parts[0])), ("target", .string(target)),
                ("permissions", .string(parts.count > 2 ? parts[2] : "rwm")),
            ],
            node.location
        )
    }

    /// A list of short and long forms is a list of long forms, one for each port of a range.
    static let ports: Rule = { node, path, context in
        guard let items = node.sequence else { return }
        var ports: [Node] = []
        ports.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            guard let scalar = item.scalar, let text = item.printed else {
                ports.append(item)
                continue
            }
            if ScalarSchema.core.kind(of: scalar, tag: item.tag) == .float {
                context.invalid(
                    .composeSyntax,
                    "a port is no number with a fraction",
                    at: item.location,
                    path: path.appending(index)
                )
                continue
            }
            do throws(PortSyntax.Fault) {
                for port in try PortSyntax.parse(text) { ports.append(longForm(of: port, item.location)) }
            } catch {
                ports.append(item)
                guard context.options.interpolation == .resolve else { continue }
                context.invalid(
                    .composeSyntax,
                    error.message,
                    at: item.location,
                    path: path.appending(index),
                    remedy: "Write [[IP:]HOST:]CONTAINER[/PROTOCOL], or the long form."
                )
            }
        }
        node = .sequence(ports, location: node.location)
    }

    private static func longForm(of port: PortSyntax.Port, _ location: SourceLocation?) -> Node {
        var fields: [(String, Node)] = [("mode", "ingress")]
        if !port.hostIP.isEmpty { fields.append(("host_ip", .string(port.hostIP))) }
        fields.append(("target", .integer(port.target)))
        if !port.published.isEmpty { fields.append(("published", .string(port.published))) }
        fields.append(("protocol", .string(port.transport)))
        return made(fields, location)
    }

    private static func made(_ fields: [(String, Node)], _ location: SourceLocation?) -> Node {
        let entries = fields.map { field in
            Mapping.Entry(key: .string(field.0, location: location), value: placed(field.1, location))
        }
        return .mapping(Mapping(entries), location: location)
    }
}

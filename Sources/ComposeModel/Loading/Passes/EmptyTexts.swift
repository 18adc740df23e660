import YAMLTree

/// Texts that variables without a value leave empty.
///
/// docker-compose 1.29.2 reads files with them, today's reference refuses some. They are read, with a notice each, so
/// that a file can be looked at before its variables are known.
enum EmptyTexts {
    /// Drops an empty name of a container, and the missing source of a mount (`:/data`), which makes its volume an
    /// anonymous one.
    static func drop(from document: inout Node, _ context: LoadingContext) {
        document.modifyEntries(of: "services") { name, service in
            let path = NodePath.keys("services", name)
            if let own = service["container_name"], own.string() == "" {
                context.notice(
                    .composeEmptyText,
                    "the name of the container is empty, and is left out",
                    at: own.location,
                    path: path.appending("container_name"),
                    remedy: "Set the variable, or remove the key."
                )
                service["container_name"] = nil
            }
            service.modifyItems(of: "volumes") { mount in
                guard let text = mount.string(), text.hasPrefix(":"), text.utf8.count > 1 else { return }
                context.notice(
                    .composeEmptyText,
                    "the mount names no source, and stands for an anonymous volume",
                    at: mount.location,
                    path: path.appending("volumes"),
                    remedy: "Set the variable, or remove the colon."
                )
                mount.content = .scalar(Scalar(String(text.dropFirst())))
            }
        }
    }

    /// The services whose image is there, but empty, if one of them is not built: today's reference refuses such a
    /// project, and docker-compose prints all of them.
    static func servicesWithoutImage(in tree: Node) -> [String] {
        let entries = (tree["services"]?.mapping?.entries ?? []).filter { $0.value["image"]?.string() == "" }
        let areBuilt = entries.allSatisfy { $0.value["build"] != nil || $0.value["provider"] != nil }
        return areBuilt ? [] : entries.map(\.name)
    }

    /// Gives the services an empty image, which says more than none.
    static func keepImages(of names: [String], in tree: inout Node, _ context: LoadingContext) {
        let names = Set(names)
        tree.modifyEntries(of: "services") { name, service in
            guard names.contains(name), service["image"] == nil else { return }
            defer { service["image"] = .string("", location: service.location) }
            if service["build"] != nil { return }
            context.notice(
                .composeEmptyText,
                "the image of the service \(name) is empty: the service cannot run",
                at: service.location,
                path: .keys("services", name, "image"),
                remedy: "Set the variable that names the image, or give it a default."
            )
        }
    }
}

/// Addresses of files and folders on other machines, which `include`, `extends` and builds may name.
enum RemoteAddress {
    private static let prefixes = ["https://", "http://", "git://", "ssh://", "oci://", "github.com/", "git@"]

    static func isRemote(_ text: String) -> Bool { prefixes.contains(where: text.hasPrefix) }
}

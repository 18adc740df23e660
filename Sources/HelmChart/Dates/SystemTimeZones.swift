#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The time zone database of the machine.
enum SystemTimeZones {
    private static let folders = ["/usr/share/zoneinfo/", "/usr/lib/zoneinfo/", "/etc/zoneinfo/"]
    private static let limit = 1 << 20

    /// The file of a name without `..`, such as `Europe/Paris`.
    static func file(named name: String) -> [UInt8]? {
        for folder in folders {
            guard let file = fopen(folder + name, "rb") else { continue }
            defer { fclose(file) }
            var bytes = [UInt8](repeating: 0, count: limit)
            let count = fread(&bytes, 1, limit, file)
            if count > 0 { return Array(bytes.prefix(count)) }
        }
        return nil
    }
}

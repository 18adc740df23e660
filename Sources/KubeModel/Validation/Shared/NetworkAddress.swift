/// An IP address as the API reads it: IPv4 with leading zeros allowed, and IPv6 without zones.
struct NetworkAddress: Sendable, Hashable {
    enum Family: String, Sendable { case ipv4 = "IPv4", ipv6 = "IPv6" }

    let family: Family
    /// The address in 128 bits; those of IPv4 are the last 32.
    let bits: UInt128

    /// Reads an address; nil for anything else.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 64 else { return nil }
        if bytes.contains(UInt8(ascii: ":")) {
            guard let bits = NetworkAddress.ipv6(bytes) else { return nil }
            // Addresses of IPv4 in the guise of IPv6 are of IPv4.
            let isMapped = bits >> 32 == 0xffff
            self.family = isMapped ? .ipv4 : .ipv6
            self.bits = isMapped ? bits & 0xffff_ffff : bits
        } else {
            guard let bits = NetworkAddress.ipv4(bytes[...]) else { return nil }
            self.family = .ipv4
            self.bits = UInt128(bits)
        }
    }

    private static func ipv4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            guard !part.isEmpty, part.allSatisfy(ASCII.isDigit) else { return nil }
            var value: UInt32 = 0
            for digit in part {
                value = value * 10 + UInt32(digit &- 48)
                if value > 255 { return nil }
            }
            bits = bits << 8 | value
        }
        return bits
    }

    private static func ipv6(_ bytes: [UInt8]) -> UInt128? {
        var head: [UInt16] = []
        var tail: [UInt16]?
        var rest = bytes[...]
        if rest.starts(with: "::".utf8) {
            tail = []
            rest = rest.dropFirst(2)
        }
        while !rest.isEmpty {
            let part = rest.prefix { $0 != UInt8(ascii: ":") }
            rest = rest[part.endIndex...]
            let groups: [UInt16]
            if part.contains(UInt8(ascii: ".")) {
                guard rest.isEmpty, let bits = ipv4(part) else { return nil }
                groups = [UInt16(bits >> 16), UInt16(truncatingIfNeeded: bits)]
            } else {
                guard 1...4 ~= part.count, let value = UInt16(String(decoding: part, as: UTF8.self), radix: 16),
                    part.first != UInt8(ascii: "+")
                else { return nil }
                groups = [value]
            }
            if tail == nil { head += groups } else { tail? += groups }
            guard !rest.isEmpty else { break }
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: ":") {
                guard tail == nil else { return nil }
                tail = []
                rest = rest.dropFirst()
            } else if rest.isEmpty {
                return nil
            }
        }
        let count = head.count + (tail?.count ?? 0)
        guard tail == nil ? count == 8 : count < 8 else { return nil }
        let groups = head + Array(repeating: 0, count: 8 - count) + (tail ?? [])
        return groups.reduce(0) { $0 << 16 | UInt128($1) }
    }

    /// The address of no host: `0.0.0.0`, `::`.
    var isUnspecified: Bool { bits == 0 }

    /// An address of the host itself.
    var isLoopback: Bool { family == .ipv4 ? bits >> 24 == 127 : bits == 1 }

    /// An address that counts on one link only.
    var isLinkLocal: Bool { family == .ipv4 ? bits >> 16 == 0xa9fe : bits >> 118 == 0xfe80 >> 6 }

    /// A group address that counts on one link only.
    var isLinkLocalMulticast: Bool {
        family == .ipv4 ? bits >> 8 == 0xe00000 : (bits >> 112) & 0xff0f == 0xff02
    }

    /// The number of bits of an address of this family.
    var width: Int { family == .ipv4 ? 32 : 128 }
}

/// A block of addresses: `10.0.0.0/8`.
struct AddressBlock: Sendable, Hashable {
    let address: NetworkAddress
    let prefixLength: Int

    /// Reads a block; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = NetworkAddress(String(parts[0])), 1...3 ~= parts[1].utf8.count,
            parts[1].utf8.allSatisfy(ASCII.isDigit), let length = Int(parts[1]), length <= address.width
        else { return nil }
        self.address = address
        self.prefixLength = length
    }

    /// The first address of the block.
    var firstBits: UInt128 {
        let free = UInt128(address.width - prefixLength)
        return free >= 128 ? 0 : (address.bits >> free) << free
    }

    /// Whether every address of `other` is one of this block.
    func contains(_ other: AddressBlock) -> Bool {
        guard address.family == other.address.family, prefixLength <= other.prefixLength else { return false }
        let free = UInt128(address.width - prefixLength)
        return free >= 128 || address.bits >> free == other.address.bits >> free
    }
}

extension Field {
    /// An IP address.
    ///
    /// - Returns: The address, if it is one.
    @discardableResult
    func address(_ text: String) -> NetworkAddress? {
        let address = NetworkAddress(text)
        if address == nil { invalid("must be a valid IP address") }
        return address
    }

    /// A block of addresses.
    ///
    /// - Returns: The block, if it is one.
    @discardableResult
    func cidr(_ text: String) -> AddressBlock? {
        let cidr = AddressBlock(text)
        if cidr == nil { invalid("must be a block of addresses such as 10.9.8.0/24 or 2001:db8::/64") }
        return cidr
    }

    /// An address that traffic can be sent to: not unspecified, of the host or of a link.
    func reachable(_ address: NetworkAddress) {
        if address.isUnspecified { invalid("may not be unspecified") }
        if address.isLoopback { invalid("may not be in the loopback range") }
        if address.isLinkLocal { invalid("may not be in the link-local range") }
        if address.isLinkLocalMulticast { invalid("may not be in the link-local multicast range") }
    }
}

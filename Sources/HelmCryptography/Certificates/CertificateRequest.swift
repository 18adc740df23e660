import GoTemplate
import SwiftASN1
import X509

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a template says about a certificate to make.
struct CertificateRequest {
    /// The common name.
    var name: ByteString
    /// IP addresses as text.
    var ips = ListValue([])
    /// DNS names.
    var hosts = ListValue([])
    /// How long it is valid from now on.
    var days: Int

    /// The DNS names and addresses.
    func alternativeNames() throws(FunctionError) -> [GeneralName] {
        let addresses = try ips.elements.map { ip throws(FunctionError) in try Self.address(ip) }
        let names = try hosts.elements.map { host throws(FunctionError) -> GeneralName in
            guard case .string(let text) = host else {
                throw FunctionError(
                    "error processing alternate dns name: \(GoFormat.value(host).text) is not a string"
                )
            }
            return .dnsName(text.text)
        }
        return names + addresses
    }

    private static func address(_ value: Value) throws(FunctionError) -> GeneralName {
        guard case .string(let text) = value else {
            throw FunctionError("error parsing ip: \(GoFormat.value(value).text) is not a string")
        }
        guard let bytes = bytes(ofAddress: text.text) else { throw FunctionError("error parsing ip: \(text.text)") }
        return .ipAddress(ASN1OctetString(contentBytes: bytes[...]))
    }

    /// 4 or 16 bytes. An IPv4 address that is written as an IPv6 one has 4.
    private static func bytes(ofAddress text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes[..<4]) }
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return bytes.starts(with: mapped) ? Array(bytes[12...]) : bytes
    }
}

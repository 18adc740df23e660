import Crypto
import CryptoExtras
import GoTemplate
import HelmChart

extension FunctionTheme {
    /// `genPrivateKey` for RSA with 4096 bits, the curve P-256 and Ed25519. The randomness of keys is that of the
    /// cryptography library.
    static func addKeys(to table: inout FunctionTable, _ environment: RenderEnvironment, _ budget: WorkBudget) {
        table["genPrivateKey"] = .typed { (kind: ByteString) in
            if environment.isReproducible { return StandIn.privateKey(kind) }
            try budget.spend(kind == "" || kind == "rsa" ? .longKey : .passwordHash)
            let key: PrivateKey
            switch kind.text {
            case "", "rsa": key = try .rsa(bits: .bits4096)
            case "ecdsa": key = .p256(.init())
            case "ed25519": key = .ed25519(.init())
            case "dsa":
                throw FunctionError(
                    "failed to generate private key: DSA, which is withdrawn, is not supported; "
                        + "use rsa, ecdsa or ed25519"
                )
            default: return ByteString(Array("Unknown type ".utf8) + kind.bytes)
            }
            return ByteString(try key.pem())
        }
    }
}

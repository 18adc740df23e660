import GoTemplate
import HelmChart

extension FunctionTheme {
    static func addPasswords(
        to table: inout FunctionTable,
        _ environment: RenderEnvironment,
        _ budget: WorkBudget
    ) {
        table["bcrypt"] = .typed { (password: ByteString) in try bcrypt(password, environment, budget) }
        table["htpasswd"] = .typed { (user: ByteString, password: ByteString) in
            if !environment.isReproducible, user.bytes.contains(UInt8(ascii: ":")) {
                return ByteString(Array("invalid username: ".utf8) + user.bytes)
            }
            return ByteString(user.bytes + [UInt8(ascii: ":")] + (try bcrypt(password, environment, budget).bytes))
        }
        table["derivePassword"] = .typed {
            (counter: UInt32, kind: ByteString, password: ByteString, user: ByteString, site: ByteString) in
            try budget.spend(.passwordHash)
            return try DerivedPassword.derive(counter, kind, password, user, site)
        }
    }

    /// The hash that Go's bcrypt makes by default, at cost 10. Its error is given as text, as Helm does.
    private static func bcrypt(
        _ password: ByteString,
        _ environment: RenderEnvironment,
        _ budget: WorkBudget
    ) throws -> ByteString {
        if environment.isReproducible {
            return ByteString(Array("$2a$10$det.".utf8) + Base64.encode(password.bytes, padded: false))
        }
        guard password.bytes.count <= Bcrypt.passwordLimit else {
            return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes"
        }
        try budget.spend(.passwordHash)
        return Bcrypt.hash(password.bytes, salt: environment.randomBytes(Bcrypt.saltLength), cost: 10)
    }
}

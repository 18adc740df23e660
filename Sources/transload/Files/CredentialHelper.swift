import Diagnostics
import Foundation
import RegistrySync
import YAMLTree

/// Docker's credential helpers: programs that keep passwords in a key chain.
enum CredentialHelper {
    /// Asks `docker-credential-NAME` for a registry; nil if it knows none or is not installed.
    static func ask(_ name: String, _ registry: String) async throws -> Credentials? {
        // The name comes from a file and must stay a name: no path, no option.
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 != 0x2F && $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["docker-credential-\(name)", "get"]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try? input.fileHandleForWriting.write(contentsOf: Data(registry.utf8))
        try? input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0,
            let fields = try? JSONReader().document(in: Array(answer), file: SourceFile("credentials")),
            let user = fields["Username"]?.string(), let secret = fields["Secret"]?.string()
        else { return nil }
        return user == "<token>" ? .identityToken(secret) : .password(user: user, password: secret)
    }
}

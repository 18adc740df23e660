import OrchestrationIR

// `curl -f http://localhost/health || exit 1` asks inside the container what Kubernetes can ask by itself, without a program in
// the image: a request or a connection. Only commands that mean the same are taken for one: `curl` without `-f` is content
// with any answer, and stays a command.

/// The programs that health checks send requests with.
enum ProbeClients {
    /// What the test of a health check, a command or a line of shell, asks for; nil when it does something else. `isOwn`
    /// says whether a host name stands for the container itself.
    static func action(_ test: Probe.Action, isOwn: (String) -> Bool) -> Probe.Action? {
        var commands: [[String]]
        switch test {
        case .command(let words):
            // A shell that is named as the command runs a line as well.
            let isShell = words.count == 3 && shells.contains(words[0]) && words[1] == "-c"
            guard let found = isShell ? ShellLine(words[2])?.commands : [words] else { return nil }
            commands = found
        case .shell(let line):
            guard let found = ShellLine(line)?.commands else { return nil }
            commands = found
        case .http, .tcp, .grpc: return nil
        }
        if let last = commands.last, isFailure(last) { commands.removeLast() }
        guard let first = commands.first, let action = action(first, isOwn: isOwn) else { return nil }
        // Alternatives are the same request with another program.
        let isOne = commands.dropFirst().allSatisfy { self.action($0, isOwn: isOwn) == action }
        return isOne ? action : nil
    }

    private static let shells: Set<String> = ["sh", "/bin/sh", "bash", "/bin/bash"]

    private static func isFailure(_ words: [String]) -> Bool {
        words == ["false"] || words == ["exit"] || words.count == 2 && words[0] == "exit" && Int(words[1]) != nil
    }

    private static func action(_ words: [String], isOwn: (String) -> Bool) -> Probe.Action? {
        guard let program = words.first?.split(separator: "/").last else { return nil }
        switch program {
        case "curl": return curl(words.dropFirst(), isOwn)
        case "wget": return wget(words.dropFirst(), isOwn)
        case "nc", "netcat", "ncat": return nc(words.dropFirst(), isOwn)
        case "grpc_health_probe": return grpc(words.dropFirst(), isOwn)
        default: return nil
        }
    }

    // MARK: HTTP

    private static let curlOptions = CommandOptions(
        flags: [
            "f", "fail", "fail-with-body", "s", "silent", "S", "show-error", "L", "location", "k", "insecure", "v",
            "verbose", "i", "include", "I", "head", "4", "ipv4", "6", "ipv6", "g", "globoff", "N", "no-buffer",
            "no-progress-meter", "compressed",
        ],
        valued: [
            "o", "output", "m", "max-time", "connect-timeout", "A", "user-agent", "H", "header", "X", "request",
            "retry", "retry-delay", "retry-max-time", "w", "write-out",
        ]
    )

    private static func curl(_ arguments: ArraySlice<String>, _ isOwn: (String) -> Bool) -> Probe.Action? {
        guard let options = curlOptions.parse(arguments), let url = options.operands.first,
            options.operands.count == 1, !options.flags.isDisjoint(with: ["f", "fail", "fail-with-body"]),
            ["GET", "HEAD", nil].contains(options.value("X", "request"))
        else { return nil }
        return request(
            url,
            headers: options.values.filter { $0.name == "H" || $0.name == "header" }.map(\.value),
            checksCertificate: options.flags.isDisjoint(with: ["k", "insecure"]),
            isOwn
        )
    }

    private static let wgetOptions = CommandOptions(
        flags: [
            "q", "quiet", "S", "server-response", "spider", "nv", "no-verbose", "no-check-certificate", "4", "6",
            "inet4-only", "inet6-only", "v", "verbose",
        ],
        valued: [
            "O", "output-document", "t", "tries", "T", "timeout", "connect-timeout", "read-timeout", "dns-timeout",
            "U", "user-agent", "header", "Y", "proxy",
        ]
    )

    private static func wget(_ arguments: ArraySlice<String>, _ isOwn: (String) -> Bool) -> Probe.Action? {
        guard let options = wgetOptions.parse(arguments), let url = options.operands.first,
            options.operands.count == 1
        else { return nil }
        return request(
            url,
            headers: options.values.filter { $0.name == "header" }.map(\.value),
            checksCertificate: !options.flags.contains("no-check-certificate"),
            isOwn
        )
    }

    private static func request(
        _ text: String,
        headers: [String],
        checksCertificate: Bool,
        _ isOwn: (String) -> Bool
    ) -> Probe.Action? {
        // Kubernetes does not check certificates: a test that does means more.
        guard let url = ProbeURL(text), isOwn(url.host), !url.secure || !checksCertificate else { return nil }
        var request = ProbeRequest(port: .number(url.port), path: url.path, secure: url.secure)
        for header in headers {
            let parts = header.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { return nil }
            request.headers.append(ProbeRequest.Header(String(parts[0]), parts[1].trimmingSpaces))
        }
        if !request.headers.contains(where: { $0.name.lowercased() == "host" }) {
            // Kubernetes connects to the pod's address. Servers that answer to known names only have to see the old one.
            request.headers.insert(ProbeRequest.Header("Host", url.authority), at: 0)
        }
        return .http(request)
    }

    /// The line of shell that sends `request` from inside the container, with whichever program the image has.
    static func line(for request: ProbeRequest, port: Int) -> String {
        var url = ProbeURL(secure: request.secure, host: "127.0.0.1", port: port, path: request.path)
        var headers = request.headers
        if let index = headers.firstIndex(where: { $0.name == "Host" }),
            let named = ProbeURL("\(url.scheme)://\(headers[index].value)"), named.port == port,
            named.isLoopback, named.authority == headers[index].value
        {
            url.host = named.host
            url.authority = named.authority
            headers.remove(at: index)
        }
        let word = ShellLine.word(url.description)
        let wget = headers.map { "--header \(ShellLine.word("\($0.name): \($0.value)")) " }.joined()
        let curl = headers.map { "-H \(ShellLine.word("\($0.name): \($0.value)")) " }.joined()
        let insecure = request.secure ? (wget: "--no-check-certificate ", curl: "-k ") : (wget: "", curl: "")
        return "wget -q -O /dev/null \(insecure.wget)\(wget)\(word)"
            + " || curl -fsS -o /dev/null \(insecure.curl)\(curl)\(word)"
    }

    // MARK: Other protocols

    private static let ncOptions = CommandOptions(flags: ["z", "v", "n", "4", "6"], valued: ["w"])

    private static func nc(_ arguments: ArraySlice<String>, _ isOwn: (String) -> Bool) -> Probe.Action? {
        guard let options = ncOptions.parse(arguments), options.flags.contains("z"), options.operands.count == 2,
            isOwn(options.operands[0]), let port = Int(options.operands[1]), (1...65535).contains(port)
        else { return nil }
        return .tcp(port: .number(port))
    }

    private static let grpcOptions = CommandOptions(
        flags: [],
        valued: ["addr", "service", "connect-timeout", "rpc-timeout", "user-agent"]
    )

    private static func grpc(_ arguments: ArraySlice<String>, _ isOwn: (String) -> Bool) -> Probe.Action? {
        guard let options = grpcOptions.parse(arguments), options.operands.isEmpty, let address = options.value("addr"),
            let url = ProbeURL("http://" + (address.hasPrefix(":") ? "localhost" + address : address)),
            url.path == "/", isOwn(url.host)
        else { return nil }
        return .grpc(port: url.port, service: options.value("service"))
    }
}

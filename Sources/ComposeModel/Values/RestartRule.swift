/// When the containers of a service restart, as the key `restart` says it.
public enum RestartRule: Sendable, Hashable {
    /// Never.
    case no
    /// Whenever they end.
    case always
    /// After failures, at most so many times; nil is no limit.
    case onFailure(retries: Int?)
    /// Whenever they end, unless a person stopped them.
    case unlessStopped
}

extension RestartRule: LosslessStringConvertible {
    /// Reads `no`, `always`, `unless-stopped`, `on-failure` or `on-failure:<retries>`; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "no": self = .no
        case "always": self = .always
        case "unless-stopped": self = .unlessStopped
        case "on-failure": self = .onFailure(retries: nil)
        default:
            guard text.hasPrefix("on-failure:"),
                let retries = Int(text.dropFirst("on-failure:".count)), retries >= 0,
                text.utf8.last != UInt8(ascii: ":"),
                !text.contains("+")
            else { return nil }
            self = .onFailure(retries: retries)
        }
    }

    /// The text of the key `restart`.
    public var description: String {
        switch self {
        case .no: "no"
        case .always: "always"
        case .unlessStopped: "unless-stopped"
        case .onFailure(let retries): retries.map { "on-failure:\($0)" } ?? "on-failure"
        }
    }
}

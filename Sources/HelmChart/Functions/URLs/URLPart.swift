/// The parts of a URL, which allow different bytes unescaped.
enum URLPart {
    case path, host, zone, userinfo, fragment

    /// Whether the byte stands for itself in this part, by Go's rules.
    func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: Self.marks.contains(byte) || ownMarks.contains(byte)
        }
    }

    private static let marks = Array("-_.~".utf8)
    private static let hostMarks = Array("!$&'()*+,;=:[]<>\"".utf8)
    private static let pathMarks = Array("$&+,/:;=@".utf8)
    private static let userinfoMarks = Array("$&+,;=".utf8)
    private static let fragmentMarks = Array("$&+,/:;=?@!()*".utf8)

    private var ownMarks: [UInt8] {
        switch self {
        case .path: Self.pathMarks
        case .host, .zone: Self.hostMarks
        case .userinfo: Self.userinfoMarks
        case .fragment: Self.fragmentMarks
        }
    }
}

/// Writes tags in their shortest form: `!!str`, `!local`, or `!<uri>`.
enum TagEmitter {
    private static let standardPrefix = "tag:yaml.org,2002:"

    static func append(_ tag: String, to bytes: inout ByteBuffer) {
        var tag = tag
        tag.withUTF8 { tag in
            if tag.starts(with: standardPrefix.utf8), tag.count > standardPrefix.utf8.count {
                bytes.append("!!")
                appendEscaped(tag[standardPrefix.utf8.count...], to: &bytes)
            } else if tag.first == ascii("!"), !tag.dropFirst().contains(ascii("!")) {
                bytes.append(ascii("!"))
                appendEscaped(tag.dropFirst(), to: &bytes)
            } else {
                bytes.append("!<")
                appendEscaped(tag[...], to: &bytes)
                bytes.append(ascii(">"))
            }
        }
    }

    /// Writes the characters that a tag may hold (YAML 1.2.2, rules 39 and 40) and the bytes of others as `%XX`.
    private static func appendEscaped(_ text: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout ByteBuffer) {
        for byte in text {
            switch byte {
            case ascii("a")...ascii("z"), ascii("A")...ascii("Z"), ascii("0")...ascii("9"), ascii("-"), ascii("_"),
                ascii("."), ascii(":"), ascii("/"), ascii("@"), ascii("+"), ascii("="), ascii("~"), ascii("*"),
                ascii("'"), ascii("("), ascii(")"), ascii("?"), ascii("&"), ascii("$"), ascii(";"), ascii("!"):
                bytes.append(byte)
            default:
                bytes.append(ascii("%"))
                bytes.append(hexDigit(byte >> 4))
                bytes.append(hexDigit(byte & 0xF))
            }
        }
    }
}

/// The upper-case digit for a value below 16.
@inline(__always)
func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? ascii("0") + value : ascii("A") + value - 10 }

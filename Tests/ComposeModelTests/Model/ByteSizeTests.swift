import ComposeModel
import Testing

struct ByteSizeTests {
    @Test(
        arguments: [
            ("0", 0), ("-1", -1), ("1024", 1024), ("1b", 1), ("1k", 1024), ("1K", 1024), ("1kb", 1024), ("1KiB", 1024),
            ("50M", 52_428_800), ("50 mb", 52_428_800), ("1.5g", 1_610_612_736), ("1.5GB", 1_610_612_736), (".5k", 512),
            ("1.k", 1024), ("2t", 2 << 40), ("1PiB", 1 << 50), ("9223372036854775807", .max), ("0.1b", 0),
        ] as [(String, Int64)]
    )
    func reads(_ text: String, _ bytes: Int64) throws {
        let size = try #require(ByteSize(text))
        #expect(size.bytes == bytes)
        #expect(ByteSize(size.description) == size)
    }

    @Test(arguments: [
        "", " ", "b", "k", ".", "1.2.3", "1kk", "1bb", "1ki", "1  k", "1k ", "-1k", "1e3", "0x10", "inf", "nan", "٣k",
        "9223372036854775808", "8192p", "99999999999999999999999g", "1_000",
    ])
    func refuses(_ text: String) {
        #expect(ByteSize(text) == nil)
    }

    @Test func longTextsAreRefusedAtOnce() {
        #expect(ByteSize(String(repeating: "1", count: 1_000_000) + "k") == nil)
        #expect(ByteSize("1" + String(repeating: "k", count: 1_000_000)) == nil)
    }
}

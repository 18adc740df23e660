import Diagnostics
import KubeModel
import Testing
import YAMLTree

@Suite struct TimeTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-05-04T12:30:00Z", 1_777_897_800),
            ("2026-05-04T12:30:00.999+02:00", 1_777_890_600), ("2000-02-29T23:59:59-00:30", 951_870_599),
            ("1969-12-31T23:59:59Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ]
    )
    func seconds(_ text: String, _ seconds: Int) {
        #expect(Timestamp(text).secondsSinceEpoch == seconds)
        #expect(Timestamp(Timestamp(secondsSinceEpoch: seconds).text).secondsSinceEpoch == seconds)
    }

    @Test(
        arguments: [
            "", "now", "2026-05-04", "2026-05-04T12:30Z", "2026-05-04T12:30:00", "2026-13-04T12:30:00Z",
            "2026-02-29T12:30:00Z", "2026-05-04T24:00:00Z", "2026-05-04T12:60:00Z", "2026-05-04T12:30:60Z",
            "2026-05-04t12:30:00Z", "2026-05-04T12:30:00.Z", "2026-05-04T12:30:00+0200", "2026-05-04T12:30:00ZZ",
            "2026-05-04T12:30:00+25:00", "２０２６-05-04T12:30:00Z",
        ]
    )
    func othersAreNoTimes(_ text: String) {
        #expect(Timestamp(text).secondsSinceEpoch == nil)
        let context = ReadingContext(schema: .kubernetes)
        #expect(Timestamp(reading: .string(text), context) == nil)
        #expect(context.findings.map(\.code) == [.kubernetesTime])
    }

    @Test(arguments: [0, 1, -1, 1_777_897_800_000_001, -62_135_596_800_000_000])
    func microseconds(_ count: Int) {
        let time = MicroTimestamp(microsecondsSinceEpoch: count)
        #expect(time.microsecondsSinceEpoch == count)
        #expect(MicroTimestamp(reading: .string(time.text), ReadingContext(schema: .kubernetes)) == time)
    }

    @Test(arguments: ["2026-05-04T12:30:00Z", "2026-05-04T12:30:00.123Z", "2026-05-04T12:30:00.1234567Z"])
    func microsecondsHaveSixDigits(_ text: String) {
        #expect(MicroTimestamp(reading: .string(text), ReadingContext(schema: .kubernetes)) == nil)
    }

    @Test func extremesAreCut() {
        #expect(Timestamp(secondsSinceEpoch: .max).text == "9999-12-31T23:59:59Z")
        #expect(Timestamp(secondsSinceEpoch: .min).text == "0000-01-01T00:00:00Z")
        #expect(MicroTimestamp(microsecondsSinceEpoch: .min).microsecondsSinceEpoch != nil)
    }
}

@Suite struct GoDurationTests {
    @Test(
        arguments: [
            ("0", 0, "0s"), ("1s", 1_000_000_000, "1s"), ("1.5s", 1_500_000_000, "1.5s"),
            ("90m", 5_400_000_000_000, "1h30m0s"),
            ("1h1ns", 3_600_000_000_001, "1h0m0.000000001s"), ("-2m3.4s", -123_400_000_000, "-2m3.4s"),
            ("100ms", 100_000_000, "100ms"), ("1.5us", 1500, "1.5\u{B5}s"), ("2\u{3BC}s", 2000, "2\u{B5}s"),
            ("+7ns", 7, "7ns"),
            (".5h", 1_800_000_000_000, "30m0s"), ("1.h", 3_600_000_000_000, "1h0m0s"),
            ("9223372036854775807ns", .max, "2562047h47m16.854775807s"), ("0.00000000000000000001h", 0, "0s"),
        ] as [(String, Int64, String)]
    )
    func bothWays(_ text: String, _ nanoseconds: Int64, _ canonical: String) throws {
        let duration = try #require(GoDuration(text))
        #expect(duration.nanoseconds == nanoseconds)
        #expect(duration.description == canonical)
        #expect(GoDuration(canonical) == duration)
    }

    @Test(arguments: [
        "", "1", "-", "s", "1x", "1 s", ".s", "1s-1s", "9223372036854775808ns", "2562048h", "1hh", "--1s", "1é",
    ])
    func refuses(_ text: String) { #expect(GoDuration(text) == nil) }

    @Test func secondsAreCut() {
        #expect(GoDuration.seconds(90).description == "1m30s")
        #expect(GoDuration.seconds(.max).nanoseconds == .max)
        #expect(GoDuration.seconds(.min).duration < .zero)
        #expect(GoDuration.seconds(1) < GoDuration.seconds(2))
    }
}

import ComposeModel
import Testing

struct ComposeDurationTests {
    @Test(arguments: [
        ("0", "0s"), ("0s", "0s"), ("1ns", "1ns"), ("1500ns", "1.5µs"), ("2us", "2µs"), ("2µs", "2µs"), ("2μs", "2µs"),
        ("250ms", "250ms"), ("1000ms", "1s"), ("1.5s", "1.5s"), ("90s", "1m30s"), ("1m30s", "1m30s"), ("60m", "1h0m0s"),
        ("1h", "1h0m0s"), ("1.5h", "1h30m0s"), ("1d", "24h0m0s"), ("2w", "336h0m0s"), ("-1s", "-1s"), ("+1s", "1s"),
        ("1h2m3s4ms5us6ns", "1h2m3.004005006s"), ("2h1h", "3h0m0s"), (".5s", "500ms"), ("1.s", "1s"), ("0.1s", "100ms"),
        ("380s", "6m20s"), ("9223372036854775807ns", "2562047h47m16.854775807s"), ("1.0000000001s", "1s"),
    ])
    func readsAndPrints(_ text: String, _ canonical: String) throws {
        let duration = try #require(ComposeDuration(text))
        #expect(duration.description == canonical)
        #expect(ComposeDuration(canonical) == duration)
    }

    @Test(arguments: [
        "", "-", "+", "s", "1", "1x", "1 s", "s1", "1ss", "--1s", "1e3s", "٣s", ".s", ".", "9223372036854775808ns",
        "106752d", "1m 30s", "1h-30m", "0x1s", "infs", "\u{0}", "1s\n",
    ])
    func refuses(_ text: String) {
        #expect(ComposeDuration(text) == nil)
    }

    @Test func printsWhatItReads() {
        for nanoseconds: Int64 in [
            1, 999, 1_000, 999_999, 1_000_000, 1_234_567_890, 59_999_999_999, .max, -1, .min + 1,
        ] {
            let duration = ComposeDuration(nanoseconds: nanoseconds)
            #expect(ComposeDuration(duration.description) == duration, "\(nanoseconds)")
        }
    }

    @Test func longTextsTakeLinearTime() {
        #expect(ComposeDuration(String(repeating: "1ns", count: 300_000))?.nanoseconds == 300_000)
        #expect(ComposeDuration(String(repeating: "9", count: 1_000_000) + "s") == nil)
        #expect(ComposeDuration("0." + String(repeating: "1", count: 1_000_000) + "s")?.nanoseconds == 111_111_111)
    }

    @Test func secondsAreRoundedUpAndBounded() {
        #expect(ComposeDuration("1500ms")?.wholeSeconds == 2)
        #expect(ComposeDuration("1ns")?.wholeSeconds == 1)
        #expect(ComposeDuration("2s")?.wholeSeconds == 2)
        #expect(ComposeDuration.seconds(90).description == "1m30s")
        #expect(ComposeDuration.seconds(.max).nanoseconds == .max)
        #expect(ComposeDuration.seconds(.min).nanoseconds == .min)
        #expect(ComposeDuration.seconds(1) < .seconds(2))
    }
}

import GoTemplate
import Testing

@testable import HelmChart

@Suite struct DateTests {
    @Test func daysAndDatesAgree() {
        for days in stride(from: Int64(-1_000_000), through: 1_000_000, by: 97) {
            let date = CivilDate(daysSince1970: days)
            #expect(date.daysSince1970 == days)
            #expect((1...CivilDate.length(of: date.month, date.year)).contains(date.day))
        }
        #expect(CivilDate(daysSince1970: 0).weekday == 4)
    }

    @Test(arguments: [
        "2006-01-02T15:04:05.999999999Z07:00", "Mon Jan _2 15:04:05 2006", "02 Jan 06 15:04 -0700",
        "2006 002 03:04:05PM",
    ]) func whatIsFormattedCanBeRead(layout: String) throws {
        let layout = ByteString(layout)
        let text = GoTime(seconds: 1_709_251_199, nanoseconds: 120_000_000).formatted(layout)
        #expect(try DateParser.parse(layout, text).formatted(layout) == text)
    }

    @Test(arguments: [
        ("2006-01-02", "2024-02-30", "parsing time \"2024-02-30\": day out of range"),
        ("2006-01-02", "2024-13-01", "parsing time \"2024-13-01\": month out of range"),
        ("15:04", "25:00", "parsing time \"25:00\": hour out of range"),
        ("2006", "2024x", "parsing time \"2024x\": extra text: \"x\""),
        ("Jan", "Foo", "parsing time \"Foo\" as \"Jan\": cannot parse \"Foo\" as \"Jan\""),
    ]) func namesTheFaultAsGoDoes(layout: String, text: String, message: String) {
        #expect(throws: FunctionError(message)) { try DateParser.parse(ByteString(layout), ByteString(text)) }
    }

    @Test(arguments: [
        ("1h15m30.918s", "1h15m30.918s"), ("-1.5h", "-1h30m0s"), ("100ms", "100ms"), ("1us", "1µs"), ("0", "0s"),
        (".5s", "500ms"),
    ]) func readsDurations(text: String, form: String) throws {
        #expect(try GoDuration(parsing: ByteString(text)).description == form)
    }

    @Test(arguments: ["", "1", "x", "1d", "9223372036854775808ns", "-", "."]) func refusesWhatIsNoDuration(text: String)
    {
        #expect(throws: FunctionError.self) { try GoDuration(parsing: ByteString(text)) }
    }

    @Test func knowsWhenDaylightSavingIs() throws {
        let rule = try #require(TimeZoneRule("CET-1CEST,M3.5.0,M10.5.0/3"))
        #expect(rule.zone(at: 1_711_846_799).name == "CET")
        #expect(rule.zone(at: 1_711_846_800).name == "CEST")
        #expect(rule.zone(at: 1_729_990_799).name == "CEST")
        #expect(rule.zone(at: 1_729_990_800).name == "CET")
        let south = try #require(TimeZoneRule("<-03>3<-02>,M10.3.0/0,M2.3.0/0"))
        #expect(south.zone(at: 1_704_067_200).name == "-02")
    }

    @Test func filesOfZonesThatAreBrokenAreRefused() {
        #expect(TimeZoneFile(Array("TZif2".utf8)) == nil)
        #expect(TimeZoneFile(Array("TZif".utf8) + [UInt8](repeating: 0xFF, count: 100)) == nil)
        #expect(TimeLocation(named: "../etc/passwd", file: { _ in [] }) == nil)
    }
}

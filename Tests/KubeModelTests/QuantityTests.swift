import Diagnostics
import KubeModel
import OrderedCollections
import TestSupport
import Testing
import YAMLTree

@Suite struct QuantityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let canonical: String
        let units: Int
        let milli: Int
        var testDescription: String { text }

        init(_ text: String, _ canonical: String, units: Int, milli: Int) {
            (self.text, self.canonical, self.units, self.milli) = (text, canonical, units, milli)
        }
    }

    static let cases = [
        Case("0", "0", units: 0, milli: 0),
        Case("0Ki", "0", units: 0, milli: 0),
        Case("-0", "0", units: 0, milli: 0),
        Case("1", "1", units: 1, milli: 1000),
        Case("+1", "1", units: 1, milli: 1000),
        Case("1.", "1", units: 1, milli: 1000),
        Case(".5", "500m", units: 1, milli: 500),
        Case("1.5", "1500m", units: 2, milli: 1500),
        Case("-1.5", "-1500m", units: -2, milli: -1500),
        Case("500m", "500m", units: 1, milli: 500),
        Case("1000m", "1", units: 1, milli: 1000),
        Case("0.1", "100m", units: 1, milli: 100),
        Case("100u", "100u", units: 1, milli: 1),
        Case("1n", "1n", units: 1, milli: 1),
        Case("0.1n", "1n", units: 1, milli: 1),
        Case("0.0000000001", "1n", units: 1, milli: 1),
        Case("1k", "1k", units: 1000, milli: 1_000_000),
        Case("1000k", "1M", units: 1_000_000, milli: 1_000_000_000),
        Case("1024", "1024", units: 1024, milli: 1_024_000),
        Case("1Ki", "1Ki", units: 1024, milli: 1_024_000),
        Case("1024Ki", "1Mi", units: 1 << 20, milli: (1 << 20) * 1000),
        Case("1.5Gi", "1536Mi", units: 3 << 29, milli: (3 << 29) * 1000),
        Case("0.5Ki", "512", units: 512, milli: 512_000),
        Case("0.3Ki", "307200m", units: 308, milli: 307_200),
        Case("1.0001Ki", "1024102400u", units: 1025, milli: 1_024_103),
        Case("1Ei", "1Ei", units: 1 << 60, milli: .max),
        Case("8Ei", "9223372036854775807", units: .max, milli: .max),
        Case("1E", "1E", units: 1_000_000_000_000_000_000, milli: .max),
        Case("100E", "100E", units: .max, milli: .max),
        Case("1e3", "1e3", units: 1000, milli: 1_000_000),
        Case("1E3", "1e3", units: 1000, milli: 1_000_000),
        Case("12e6", "12e6", units: 12_000_000, milli: 12_000_000_000),
        Case("120e5", "12e6", units: 12_000_000, milli: 12_000_000_000),
        Case("1e-3", "1e-3", units: 1, milli: 1),
        Case("1e+2", "100", units: 100, milli: 100_000),
        Case("1e-20", "1e-9", units: 1, milli: 1),
        Case("00012", "12", units: 12, milli: 12_000),
        Case("100000000000.123456789", "100000000000123456789n", units: 100_000_000_001, milli: 100_000_000_000_124),
        Case("-8Ei", "-9223372036854775807", units: -.max, milli: .min),
    ]

    @Test(arguments: cases) func reads(_ example: Case) throws {
        let quantity = try #require(Quantity(example.text))
        #expect(quantity.canonical.description == example.canonical)
        #expect(quantity.units == example.units)
        #expect(quantity.milliUnits == example.milli)
        #expect(quantity.description == example.text)
    }

    @Test(
        arguments: [
            "", " ", ".", "+", "-", "m", "Ki", "1 ", " 1", "1K", "1ki", "1kI", "1mi", "1e", "1e+", "1ee3", "1e3m",
            "1Kim",
            "--1", "1..2", "1.2.3", "0x10", "1_000", "1,5", "∞", "NaN", "१", "1e3.5", "1i",
        ]
    )
    func refuses(_ text: String) {
        #expect(Quantity(text) == nil)
    }

    @Test func hugeTextsAreCutAndDoNotTakeLong() throws {
        let digits = String(repeating: "9", count: 100_000)
        #expect(try #require(Quantity(digits)) > Quantity("1E"))
        #expect(Quantity("1e999999999999999999999") == Quantity(digits))
        #expect(Quantity("1e-999999999999999999999").description == "1e-999999999999999999999")
        #expect(try #require(Quantity("0." + digits)) == Quantity("1"))
        #expect(try #require(Quantity("-" + digits)) < .zero)
        #expect(try #require(Quantity("-" + digits + "Ei")) < .zero)
    }

    @Test func computes() {
        let memory: Quantity = "1Gi"
        #expect((memory + "512Mi").description == "1536Mi")
        #expect((Quantity.zero + memory).description == "1Gi")
        #expect((memory - memory).description == "0")
        #expect((Quantity.milli(250) * 4).description == "1")
        #expect((Quantity("500m") + 1).description == "1500m")
        #expect(Quantity.bytes(1 << 30).description == "1Gi")
        #expect(Quantity.bytes(1000).description == "1k")
        #expect(Quantity.units(3000).description == "3k")
        let large: Quantity = "100000000000E"
        #expect(large * Int.max == large * Int.max)
        #expect(large * Int.max > large && large * Int.min < .zero)
        #expect(large * Int.max + large * Int.max > .zero)
    }

    /// Canonical texts are fixed points, keep the amount, and order as the amounts do.
    @Test func laws() throws {
        var random = SeededGenerator(seed: 7)
        let suffixes = ["", "n", "u", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "e3", "E-2"]
        var quantities: [Quantity] = []
        for _ in 0..<5000 {
            var text = String(Int.random(in: -5000...5000, using: &random))
            if Bool.random(using: &random) { text += ".\(Int.random(in: 0...99999, using: &random))" }
            text += suffixes.randomElement(using: &random) ?? ""
            let quantity = try #require(Quantity(text))
            let canonical = quantity.canonical
            #expect(canonical == quantity)
            #expect(Quantity(canonical.description) == quantity)
            #expect(Quantity(canonical.description)?.canonical.description == canonical.description)
            quantities.append(quantity)
        }
        for (left, right) in zip(quantities, quantities.dropFirst()) {
            #expect(left + right == right + left)
            #expect(left + right - right == left)
            #expect((left < right) == (left - right < .zero))
            #expect(left != right || left.hashValue == right.hashValue)
        }
    }

    @Test(arguments: ["cpu: 1\n", "cpu: '1'\n", "cpu: 1.50\n", "cpu: 500m\n", "cpu: 1e3\n"])
    func keepsItsText(_ text: String) throws {
        let tree = try YAMLReader().document(in: "limits:\n  " + text, file: "test")
        let context = ReadingContext(schema: .kubernetes)
        let resources = try #require(ResourceRequirements(reading: tree, context))
        #expect(context.findings.isEmpty)
        #expect(resources.makeNode() == tree)
    }

    @Test(arguments: ["cpu: x", "cpu: true", "cpu: [1]", "cpu: 1 core"])
    func reportsOthers(_ text: String) throws {
        let tree = try YAMLReader().document(in: "limits:\n  " + text + "\n", file: "test")
        let context = ReadingContext(schema: .kubernetes)
        #expect(ResourceRequirements(reading: tree, context)?.limits.isEmpty == true)
        #expect(context.findings.map(\.path) == ["limits.cpu"])
        #expect(context.findings.first?.location?.description == "test:2:8")
    }
}

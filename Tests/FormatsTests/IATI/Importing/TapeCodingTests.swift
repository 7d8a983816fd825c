import Testing

@testable import Formats

@Suite("Activities as bytes")
struct TapeCodingTests {
    /// A tape with names that IATI knows and others, attributes, text in pieces.
    private static func tape(_ random: inout some RandomNumberGenerator) -> ElementTape {
        var builder = TapeBuilder()
        var line = 1
        func text() -> [UInt8] {
            Array(["", "12220", "Eau potable – сув", "&<>"].randomElement(using: &random)?.utf8 ?? "".utf8)
        }
        func open() {
            line += Int.random(in: 0...3, using: &random)
            let isKnown = Int.random(in: 1...6, using: &random) > 1
            builder.open(
                isKnown ? Tag.allCases.randomElement(using: &random) : nil,
                foreign: ["x:note", "ns:ты"].randomElement(using: &random) ?? "", line: line)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let isKnown = Bool.random(using: &random)
                builder.attribute(
                    isKnown ? Tag.allCases.randomElement(using: &random) : nil, foreign: "x:a", text())
            }
        }
        open()
        for _ in 0..<Int.random(in: 0...40, using: &random) {
            switch Int.random(in: 0...3, using: &random) {
            case 0: open()
            case 1: builder.text(text())
            default: if builder.depth > 1 { builder.close() }
            }
        }
        return builder.finish()
    }

    /// Everything that a tape says.
    private static func said(_ element: Element) -> String {
        let attributes = element.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        let inner = element.children.map(said).joined()
        return "<\(element.name)@\(element.line) \(attributes)>\(element.text)\(inner)</>"
    }

    @Test("What is decoded is what was encoded", arguments: 1...200)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let tape = Self.tape(&random)
        let version = ["2.03", "", nil].randomElement(using: &random) ?? nil
        let decoded = try TapeCoding.decode(TapeCoding.encode(tape, version: version))
        #expect(Self.said(decoded.tape.root) == Self.said(tape.root))
        #expect(decoded.version == version)
    }

    @Test("Damaged bytes are refused or say something else, and never end the program", arguments: 1...60)
    func damage(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bytes = TapeCoding.encode(Self.tape(&random), version: "2.03")
        for _ in 0..<200 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
                case 1: damaged.remove(at: place)
                case 2: damaged.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: damaged.removeLast(damaged.count - place)
                }
                if damaged.isEmpty { break }
            }
            if let decoded = try? TapeCoding.decode(damaged) { _ = Self.said(decoded.tape.root) }
        }
    }

    @Test("Bytes cut off anywhere are refused")
    func cut() throws {
        var random = SeededGenerator(seed: 7)
        let bytes = TapeCoding.encode(Self.tape(&random), version: "2.03")
        for count in 0..<bytes.count {
            #expect(throws: TapeCoding.Corrupt.self) { try TapeCoding.decode(Array(bytes.prefix(count))) }
        }
    }
}

import Testing

@testable import Formats

@Suite("Broken XML and encodings") struct BrokenXMLTests {
    private func declared(_ encoding: String, _ title: [UInt8]) -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<iati-activity><title>".utf8) + title
            + Array("</title></iati-activity>".utf8)
    }

    private func title(_ sample: ReadingSample) -> String? {
        sample.activities.first?.element.first(.title)?.text
    }

    @Test("where the XML is broken, what was whole is kept, and reading goes on at the next activity")
    func goesOn() throws {
        let sample = try ReadingSample(
            """
            <result><iati-activities version="1.04">
            <iati-activity><iati-identifier>A</iati-identifier></iati-activity>
            <iati-activity><iati-identifier>B</iati-identifier><transaction><value>12</transaction>
            <title>gone</title></iati-activity>
            <iati-activity><iati-identifier>C</iati-identifier></iati-activity>
            <iati-activity><iati-identifier>D</iati-identifier><title a=b/></iati-activity>
            <iati-activity><iati-identifier>E</iati-identifier></iati-activity>
            </iati-activities></result>
            """)
        #expect(sample.identifiers == ["A", "B", "C", "D", "E"])
        #expect(sample.activities.map(\.isComplete) == [true, false, true, false, true])
        #expect(sample.activities.map(\.line) == [2, 3, 5, 6, 7])
        #expect(sample.activities.map(\.version) == Array(repeating: "1.04", count: 5))
        #expect(Array(sample.activities[1].element.children).map(\.name) == ["iati-identifier"])
        #expect(sample.codes == ["3 not-well-formed", "6 not-well-formed"])
        #expect(!sample.outcome.isRefused)
    }

    @Test("mistakes of one kind are told once, with how many there are") func counted() throws {
        let broken = "<iati-activity><a></iati-activity>\n"
        let sample = try ReadingSample(within: broken + broken + broken)
        #expect(sample.codes == ["1 not-well-formed"])
        #expect(sample.outcome.problems.first?.message.contains("2 more like it") == true)
        #expect(sample.activities.count == 3)
    }

    @Test("a tag that is not closed does not cost the activity after it") func openTag() throws {
        let sample = try ReadingSample(
            within: "<iati-activity><title<iati-activity><iati-identifier>B</iati-identifier></iati-activity>"
        )
        #expect(sample.identifiers == ["", "B"])
    }

    @Test("what is kept of a broken file does not depend on the stretches it comes in", arguments: 8..<69)
    func stretches(chunk: Int) throws {
        var limits = Limits()
        limits.chunk = chunk
        let tag = "<iati-activity default-currency=\"USD\" xml:lang=\"en\">"
        let files = [
            "<a>\(tag)<b c='\n \(tag)<d e=f/>\(tag)</a>\(tag)<g h=\"i\(tag)<title\(tag)",
            "<a><b\(tag)<iati-identifier>A</iati-identifier></iati-activity>\(tag)<x></y>\(tag)",
            "<a x='\(tag) y='\(tag)<iati-identifier>B</iati-identifier></iati-activity>",
        ]
        for file in files {
            let whole = try ReadingSample(file)
            let pieces = try ReadingSample(bytes: Array(file.utf8), limits: limits)
            #expect(!whole.activities.isEmpty)
            #expect(pieces.activities.map(\.element.written) == whole.activities.map(\.element.written))
            #expect(pieces.activities.map(\.line) == whole.activities.map(\.line))
        }
    }

    @Test("a file that was cut off keeps what was whole") func truncated() throws {
        let xml = """
            <iati-activities><iati-activity><iati-identifier>A</iati-identifier></iati-activity>
            <iati-activity><iati-identifier>B</iati-identifier><value>10
            """
        for cut in ["", "0</val", "0</value", "<"] {
            let sample = try ReadingSample(xml + cut)
            #expect(sample.identifiers == ["A", "B"])
            #expect(sample.activities.last?.isComplete == false)
            #expect(sample.activities.last?.element.first(.value) == nil)
            #expect(sample.outcome.problems.map(\.code).contains("truncated"))
        }
    }

    @Test("files that were joined are read to the end") func joined() throws {
        let one =
            "<?xml version=\"1.0\"?><iati-activities><iati-activity/>\n<iati-activity/></iati-activities>\n"
        let sample = try ReadingSample(one + one + one)
        #expect(sample.activities.count == 6)
        #expect(sample.outcome.problems.map(\.code) == ["not-well-formed"])
    }

    @Test("control characters are replaced and told") func control() throws {
        let sample = try ReadingSample(
            within: "\n<iati-activity><title>sub\u{02}activity &#2; &amp;</title></iati-activity>")
        #expect(title(sample) == "sub\u{FFFD}activity \u{FFFD} &")
        #expect(sample.codes == ["2 control-character"])
        #expect(sample.outcome.problems.first?.message.contains("Column 26") == true)
        #expect(sample.activities.first?.isComplete == true)
    }

    @Test("lone ampersands and angle brackets are kept and told") func stray() throws {
        let sample = try ReadingSample(
            within: "<iati-activity><title a=\"R&D\">AT&T & 5 < 6 &eacute;&nbsp;&lt;</title></iati-activity>")
        #expect(title(sample) == "AT&T & 5 < 6 é\u{A0}<")
        #expect(sample.activities.first?.element.first(.title)?.attributes.first?.value == "R&D")
        #expect(sample.codes == ["1 html-entity", "1 stray-ampersand", "1 stray-less-than"])
    }

    @Test("encodings that are declared are obeyed") func encodings() throws {
        #expect(title(try ReadingSample(bytes: declared("ISO-8859-1", [0xe9, 0x80]))) == "é€")
        #expect(
            title(try ReadingSample(bytes: declared("windows-1251", [0xc2, 0xee, 0xe4, 0xe0]))) == "Вода")
        #expect(title(try ReadingSample(bytes: declared("UTF-8", Array("é".utf8)))) == "é")
        for sample in [try ReadingSample(bytes: declared("iso-8859-15", [0xa4]))] {
            #expect(title(sample) == "€")
            #expect(sample.outcome.problems.isEmpty)
        }
    }

    @Test("a byte that its encoding does not have is replaced and told") func undefined() throws {
        let sample = try ReadingSample(bytes: declared("windows-1252", [0x41, 0x81]))
        #expect(title(sample) == "A\u{FFFD}")
        #expect(sample.codes == ["2 bad-encoding"])
    }

    @Test("UTF-16 is read with a mark and without", arguments: [true, false], [true, false])
    func utf16(isBigEndian: Bool, isMarked: Bool) throws {
        let xml = (isMarked ? "\u{FEFF}" : "") + "<iati-activity><title>Вода 😀</title></iati-activity>"
        let bytes = xml.utf16.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xff)]
            return isBigEndian ? pair : pair.reversed()
        }
        let sample = try ReadingSample(bytes: bytes)
        #expect(title(sample) == "Вода 😀")
        #expect(sample.outcome.problems.isEmpty)
        // Cut in the middle of a character.
        #expect(try ReadingSample(bytes: bytes.dropLast(1)).codes.contains("1 bad-encoding"))
    }

    @Test("UTF-32 is refused") func utf32() throws {
        let bytes = "<iati-activity/>".unicodeScalars.flatMap { scalar -> [UInt8] in
            [0, 0, 0, UInt8(truncatingIfNeeded: scalar.value)]
        }
        #expect(try ReadingSample(bytes: bytes).codes == ["encoding"])
    }

    @Test("a byte-order mark and blanks before the declaration do no harm") func mark() throws {
        #expect(
            title(
                try ReadingSample("\u{FEFF}\n" + String(decoding: declared("utf-8", [0x41]), as: UTF8.self)))
                == "A")
    }

    @Test("encodings that are lies are told, and the bytes replaced") func lies() throws {
        let latin = try ReadingSample(bytes: declared("UTF-8", [0x41, 0xe9, 0x42]))
        #expect(title(latin) == "A\u{FFFD}B")
        #expect(latin.codes == ["2 bad-encoding"])
        #expect(!latin.outcome.isRefused)
        let wide = try ReadingSample(bytes: declared("UTF-16", Array("é".utf8)))
        #expect(title(wide) == "é")
        #expect(wide.codes == ["1 bad-encoding"])
        let unknown = try ReadingSample(bytes: declared("klingon", Array("é".utf8)))
        #expect(title(unknown) == "é")
        #expect(unknown.codes == ["1 bad-encoding"])
    }

    @Test(
        "what is no UTF-8 is replaced byte by byte",
        arguments: [
            [0xc0, 0xaf], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff],
            [0xe2, 0x82],
            [0xef, 0xbf, 0xbf],
        ] as [[UInt8]])
    func badUTF8(bytes: [UInt8]) throws {
        let sample = try ReadingSample(bytes: declared("UTF-8", bytes))
        #expect(title(sample) == String(repeating: "\u{FFFD}", count: bytes.count))
        #expect(sample.codes == ["2 bad-encoding"])
    }

    @Test("problems are plain and say what to do") func wording() throws {
        let sample = try ReadingSample(within: "<iati-activity>\n<a></b></iati-activity>")
        let problem = try #require(sample.outcome.problems.first)
        #expect(
            problem.message == """
                Column 8: this is no XML (Opening and ending tag mismatch: a line 2 and b). Of the activity here is \
                kept what was whole before; reading goes on at the next.
                """)
        #expect(problem.mend == "Close each element that is opened, the innermost first.")
    }
}

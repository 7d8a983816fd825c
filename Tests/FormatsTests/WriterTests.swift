import Formats
import Foundation
import Model
import Testing

@Suite("JSON and CSV") struct WriterTests {
    @Test("JSON keeps the order of keys and indents by two spaces") func json() {
        let value = JSONValue.object([
            ("id", .text("bomca")), ("acronym", .text(nil)), ("certain", .bool(true)),
            ("months", .integer(36)),
            ("value", .decimal(Decimal(string: "1800000.5") ?? 0)), ("themes", .texts(["a", "b"])),
            ("places", .array([])), ("more", .object([])),
        ])
        #expect(
            value.pretty == """
                {
                  "id": "bomca",
                  "acronym": null,
                  "certain": true,
                  "months": 36,
                  "value": 1800000.5,
                  "themes": [
                    "a",
                    "b"
                  ],
                  "places": [],
                  "more": {}
                }
                """)
    }

    @Test("JSON strings are escaped, and safe when they are made from data") func jsonStrings() throws {
        #expect(JSONValue.string("a\"\\\n\u{1B}\u{9B}é").pretty == #""a\"\\\n\u001b\u009bé""#)
        #expect(JSONValue.text("a\u{202E}b\u{1B}[2J").pretty == "\"ab\u{FFFD}[2J\"")
        let all = String(String.UnicodeScalarView((0...0x2FF).compactMap { Unicode.Scalar($0 as Int) }))
        let data = Data("[\(JSONValue.string(all).pretty)]".utf8)
        #expect(try JSONDecoder().decode([String].self, from: data) == [all])
    }

    @Test("CSV quotes what needs it and ends lines with CR LF") func csv() {
        var writer = CSVWriter(columns: ["id", "title"])
        writer.append(["a", "Business, nobody's"])
        writer.append(["b", "so-called \"good\""])
        writer.append(["", " c "])
        #expect(
            writer.text
                == "id,title\r\na,\"Business, nobody's\"\r\nb,\"so-called \"\"good\"\"\"\r\n,\" c \"\r\n")
    }

    @Test("a CSV line with one empty field is not an empty line") func csvEmpty() {
        var writer = CSVWriter(columns: ["note"])
        writer.append([""])
        #expect(writer.text == "note\r\n\"\"\r\n")
    }
}

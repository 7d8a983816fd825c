import Testing

@testable import Formats

/// Files that were made to break readers. Each gives one clear problem, is refused as a whole, and its reading ends
/// long before its end: those that are large are made as they are read.
@Suite("Hostile XML") struct HostileXMLTests {
    /// Reads what `chunk` makes, without end but for what is given, and says how much was made.
    private func endless(
        _ start: String, _ chunk: String, chunks: Int = .max, limits: Limits = .standard
    ) throws -> (sample: ReadingSample, made: Int) {
        final class Count: @unchecked Sendable { var bytes = 0 }
        let count = Count()
        let bytes = Array(chunk.utf8)
        let input = Input.made("a.xml") {
            var made = -1
            return MadeSource {
                made += 1
                if made > chunks { return nil }
                count.bytes += made == 0 ? start.utf8.count : bytes.count
                return made == 0 ? Array(start.utf8) : bytes
            }
        }
        return (try ReadingSample(input, limits: limits), count.bytes)
    }

    private func isRefused(_ sample: ReadingSample, _ code: String) -> Bool {
        sample.outcome.isRefused && sample.outcome.problems.map(\.code) == [code]
    }

    private let activity = "<iati-activities><iati-activity><title>T</title></iati-activity>\n<iati-activity>"

    @Test(
        "document types are refused",
        arguments: [
            "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><iati-activities>&b;</iati-activities>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><iati-activity>&x;</iati-activity>",
            "<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><iati-activities/>",
            "<?xml version='1.0'?>\n<!-- --><!doctype html><html></html>",
        ])
    func documentTypes(xml: String) throws {
        let sample = try ReadingSample(xml)
        #expect(isRefused(sample, "document-type"))
        #expect(sample.activities.isEmpty)
    }

    @Test("an entity that is nowhere declared stays as it is written") func undeclared() throws {
        let sample = try ReadingSample(within: "<iati-activity><title>&lol;</title></iati-activity>")
        #expect(sample.activities.first?.element.first(.title)?.text == "&lol;")
        #expect(sample.codes == ["1 stray-ampersand"])
    }

    @Test("deep nesting is refused") func depth() throws {
        let (sample, made) = try endless(activity, String(repeating: "<a>", count: 1000))
        #expect(isRefused(sample, "too-deep"))
        #expect(sample.outcome.problems.first?.line == 2)
        #expect(made < 1 << 20)
    }

    @Test("activities within activities without end are refused") func nested() throws {
        let (sample, _) = try endless("<iati-activities>", "<iati-activity><title>T</title>")
        #expect(isRefused(sample, "too-deep"))
    }

    @Test("very many attributes are refused before the parser sees them") func attributes() throws {
        let names = (0..<300_000).map { "a\($0)=\"\"" }.joined(separator: " ")
        #expect(isRefused(try ReadingSample(activity + "<x \(names)/>"), "too-many-attributes"))
        // A `>` or a `<` in a value does not hide them.
        let (sample, made) = try endless(activity + "<x ", "a='>' ")
        #expect(isRefused(sample, "too-many-attributes"))
        #expect(made < 1 << 20)
    }

    @Test("tags that do not end are refused", arguments: [" ", "x", "a ", "<a ", "<a b='"])
    func tags(chunk: String) throws {
        let (sample, made) = try endless(activity + "<a ", String(repeating: chunk, count: 5000))
        #expect(isRefused(sample, "long-tag") || isRefused(sample, "too-many-attributes"))
        #expect(made < 4 << 20)
    }

    @Test("a value that does not end is refused") func value() throws {
        let (sample, made) = try endless(activity + "<a b=\"", String(repeating: "x", count: 60_000))
        #expect(isRefused(sample, "long-tag"))
        #expect(made < 4 << 20)
    }

    @Test("text, blanks and CDATA without end are refused", arguments: ["", "<title>", "<title><![CDATA["])
    func texts(start: String) throws {
        for filling in ["x", " ", "\n"] {
            let (sample, made) = try endless(activity + start, String(repeating: filling, count: 60_000))
            #expect(isRefused(sample, "long-text"))
            #expect(made < 16 << 20)
        }
    }

    @Test("text without end in pieces is refused") func pieces() throws {
        let piece = String(repeating: "x", count: 6000) + "<!-- -->" + "<![CDATA[ ]]>"
        #expect(isRefused(try endless(activity + "<title>", piece).sample, "long-text"))
        #expect(isRefused(try endless(activity + "<title>", "x<a/>").sample, "large-activity"))
    }

    @Test("blanks before everything are refused") func blanks() throws {
        #expect(isRefused(try endless(" ", String(repeating: " ", count: 60_000)).sample, "long-text"))
    }

    @Test("comments and instructions without end are refused", arguments: ["<!--", "<?a "])
    func remarks(start: String) throws {
        var limits = Limits()
        limits.remark = 1 << 20
        let (sample, made) = try endless(
            activity + start, String(repeating: "- ? ", count: 9000), limits: limits)
        #expect(isRefused(sample, "long-comment"))
        #expect(made < 4 << 20)
    }

    @Test("an activity that does not end is refused") func activities() throws {
        let (sample, made) = try endless(
            activity, String(repeating: "<title a=\"b\"><narrative>T</narrative></title>", count: 1000))
        #expect(isRefused(sample, "large-activity"))
        #expect(made < 64 << 20)
    }

    @Test("namespaces without end are refused") func namespaces() throws {
        let names = (0..<90).map { "xmlns:n\($0)=\"u\($0)\"" }.joined(separator: " ")
        #expect(isRefused(try endless(activity, "<x \(names)>").sample, "too-many-namespaces"))
    }

    @Test("long names are refused") func names() throws {
        let name = String(repeating: "n", count: 10_000)
        #expect(isRefused(try ReadingSample(activity + "<\(name)/>"), "long-name"))
        #expect(isRefused(try ReadingSample(activity + "<a \(name)=\"\"/>"), "long-name"))
    }

    @Test("NULs are refused") func nul() throws {
        let sample = try ReadingSample(activity + "\n<title>a\0b</title></iati-activity></iati-activities>")
        #expect(isRefused(sample, "nul"))
        #expect(sample.outcome.problems.first?.line == 3)
        #expect(
            isRefused(try ReadingSample(bytes: [0x3c, 0x61, 0x3e] + Array(repeating: 0, count: 9)), "nul"))
    }

    @Test("XML that is broken everywhere ends after a while") func broken() throws {
        let (sample, made) = try endless("<iati-activities>", "<iati-activity><a b></a></iati-activity>")
        #expect(Set(sample.codes) == ["1 not-well-formed", "1 too-broken"])
        #expect(sample.activities.count == Limits.standard.breaks)
        #expect(made < 1 << 20)
    }

    @Test("any single byte may be missing, doubled or changed") func mutations() throws {
        let xml =
            Array(
                "<?xml version='1.0'?><iati-activities><iati-activity a='1&amp;'><title>é &#38;<![CDATA[x]]><!-- c --></title>"
                    .utf8) + Array("</iati-activity><iati-activity/></iati-activities>".utf8)
        for position in xml.indices {
            for byte: UInt8? in [nil, 0x3c, 0x3e, 0x26, 0x22, 0x27, 0x21, 0x2d, 0xff, 0x01] {
                let changed = xml[..<position] + (byte.map { [$0] } ?? []) + xml[(position + 1)...]
                let sample = try ReadingSample(bytes: Array(changed))
                #expect(sample.activities.count <= 3)
                #expect(sample.outcome.problems.count <= 6)
            }
        }
    }
}

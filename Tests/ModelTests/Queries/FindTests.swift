import Model
import Testing

@Suite("Search")
struct FindTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    private func found(_ words: String, _ filter: Filter = Filter()) throws -> [String] {
        try dataset.find(words, filter: filter).map(\.name.id)
    }

    @Test("a record is found by its name before those that only mention it")
    func ranking() throws {
        #expect(try found("ilo").first == "ilo")
        #expect(try found("bomca").first == "bomca")
        #expect(try found("dfid").first == "dfid")
        let iom = try found("iom")
        let named = try #require(iom.firstIndex(of: "iom"))
        let tied = try #require(iom.firstIndex(of: "carmp"))
        #expect(named < tied)
    }

    @Test("words may be written without diacritics, in any case, and half")
    func spelling() throws {
        #expect(try found("maze") == ["paper"])
        #expect(try found("MAZÉ") == ["paper"])
        #expect(try found("regul").contains("regulating"))
    }

    @Test("every word must occur")
    func conjunction() throws {
        #expect(try found("regulating labour").first == "regulating")
        #expect(try found("regulating border") == [])
    }

    @Test("a footnote is found by its number")
    func footnotes() throws { #expect(try found("n10") == ["evaluation"]) }

    @Test("the passage that matched is shown with its words marked")
    func snippets() throws {
        let hit = try #require(try dataset.find("regulating").first)
        #expect(hit.snippet.string.contains("«Regulating»") || hit.snippet.string.contains("«regulating»"))
    }

    @Test("a filter narrows the search")
    func filtered() throws {
        var filter = Filter()
        filter.ties[.theme] = ["border-management"]
        #expect(try found("central").contains("calm"))
        #expect(try found("central", filter).first == "bomca")
        #expect(try !found("central", filter).contains("calm"))
        filter.kind = "project"
        #expect(try found("central", filter) == [])
        #expect(try dataset.find("labour", limit: 2).count == 2)
    }

    @Test(
        "what reads like a query is taken as text",
        arguments: [
            "\"", "'", "ilo\"", "\"ilo", "ilo OR", "NEAR(ilo", "ilo AND NOT iom", "title:ilo", "ilo*", "^ilo",
            "(ilo", "ilo)", "-ilo", "{ilo}: x", "ilo; DROP TABLE record", "%", "_", "\\", "*", "+",
            "ilo\0iom",
            "\0", "", " ", "«»", "Ⓐ", "\u{301}",
        ])
    func operators(_ words: String) throws {
        _ = try found(words)
        var filter = Filter()
        filter.text = words
        _ = try dataset.list(.project, filter: filter).count()
    }

    @Test("a quoted word and a word with a hyphen are found")
    func punctuation() throws {
        #expect(try found("\"ilo\"").contains("ilo"))
        #expect(try found("ec-delegation").contains("ec-delegation"))
        #expect(try found("(BOMCA)").contains("bomca"))
        #expect(try found("ilo\0").contains("ilo"))
    }

    @Test("no text that a user may type is an error")
    func randomText() throws {
        var random = SeededGenerator(seed: 22)
        for _ in 0..<500 {
            var words = SafeTextTests.text(&random)
            if random.once(in: 3) {
                words += random.pick(["\"", "a\"", " OR ", "a AND b", ":", "^", "*"], or: "a")
            }
            #expect(throws: Never.self, "\(words.unicodeScalars.map(\.value))") { _ = try found(words) }
        }
    }

    @Test("nothing to look for finds nothing")
    func empty() throws {
        #expect(try found("").isEmpty)
        #expect(try found("?!").isEmpty)
        #expect(try found("zzzz").isEmpty)
    }
}

import Formats
import Model
import Testing

@Suite("BibTeX") struct BibTeXTests {
    private func entry(_ yaml: String) throws -> String {
        let reading = DossierFixture.reading("sources-more.yaml", yaml)
        #expect(reading.problems.isEmpty)
        let source = try #require(reading.dossier.records.first { $0.origin?.file == "sources-more.yaml" })
        return BibTeX.entry(for: source) { ["iom": "International Organization for Migration"][$0] }
    }

    @Test("an article") func article() throws {
        let article = try entry(
            """
            - id: gavrilis-2011
              type: article
              title: "Borders & Mobility: 100% {new}"
              authors: ["Gavrilis, George", European Commission]
              year: 2011-03
              container: Global_Governance
              volume: 17
              issue: 2
              pages: 131–150
              url: https://example.org/a_b?c=1%202#d
              accessed: 2013-03-01
            """)
        #expect(
            article == """
                @article{gavrilis-2011,
                  author = {Gavrilis, George and {European Commission}},
                  title = {{Borders \\& Mobility: 100\\% \\textbraceleft{}new\\textbraceright{}}},
                  journal = {Global\\_Governance},
                  year = {2011},
                  volume = {17},
                  number = {2},
                  pages = {131--150},
                  url = {https://example.org/a_b?c=1%202#d},
                  urldate = {2013-03-01},
                  note = {2011-03},
                }

                """)
    }

    @Test("an interview names who speaks") func interview() throws {
        let interview = try entry(
            """
            - id: talk
              type: interview
              title: An adviser in Bishkek
              date: 2011-03-31
              place: Bishkek
              speaker: [{organisation: iom, role: adviser}, {organisation: ilo}]
            """)
        #expect(
            interview == """
                @unpublished{talk,
                  title = {{An adviser in Bishkek}},
                  year = {2011},
                  address = {Bishkek},
                  note = {Interview with adviser, International Organization for Migration; ilo, 2011-03-31},
                }

                """)
    }

    @Test(
        "each type has its entry",
        arguments: [
            ("chapter", "", "@incollection"), ("book", "", "@book"), ("proceedings", "", "@proceedings"),
            ("paper", "container: IPSA", "@inproceedings"), ("paper", "", "@misc"), ("web-page", "", "@misc"),
            ("report", "publisher: ILO", "@techreport"), ("report", "", "@misc"),
            ("policy-document", "authors: [European Commission]", "@techreport"),
            ("evaluation", "publisher: ILO", "@techreport"), ("conversation", "", "@unpublished"),
        ])
    func types(type: String, more: String, expected: String) throws {
        #expect(try entry("- id: a\n  type: \(type)\n  title: T\n  \(more)\n").hasPrefix(expected + "{a,\n"))
    }

    @Test("the number of a chapter is its place in the book") func chapterNumber() throws {
        #expect(try entry("- {id: a, type: chapter, title: T, number: 6}").contains("  chapter = {6},\n"))
    }

    @Test("an uncertain year is given in digits and as it is known") func uncertainYear() throws {
        let book = try entry("- {id: a, type: book, title: T, year: 2003?}")
        #expect(book.contains("year = {2003},\n"))
        #expect(book.contains("note = {2003?},\n"))
        #expect(try !entry("- {id: a, type: book, title: T, year: 200X}").contains("year ="))
    }

    @Test("nothing in a field can end it or reach a terminal") func hostile() throws {
        let book = try entry("- {id: a, type: book, title: \"}} \\\\ ^ ~ # $ \\u202E\"}")
        #expect(
            book.contains(
                "{{\\textbraceright{}\\textbraceright{} \\textbackslash{} \\textasciicircum{} \\textasciitilde{} \\# \\$ }}"
            ))
    }
}

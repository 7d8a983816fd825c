import Foundation
import Model
import Testing

@Suite("Citations")
struct CitationTests {
    @Test(
        "the footnotes of a locator are told one by one",
        arguments: [
            ("§3.1 ¶6 n35", ["35"]), ("§3.1 ¶6", []), ("n*", ["*"]), ("title n*", ["*"]),
            ("n5–7", ["5", "6", "7"]), ("n5-7", ["5", "6", "7"]), ("n7–7", ["7"]), ("n3, n5", ["3", "5"]),
            ("n3,n5–6", ["3", "5", "6"]), ("n7–5", []), ("n1–5000", []), ("n", []), ("note 5", []),
            ("n35a", []), ("p. 12", []), ("", []), ("n99999999999999999999", []), ("n5–x", []),
            ("n1–2–3", []),
        ] as [(String, [String])])
    func footnotes(_ text: String, _ footnotes: [String]) {
        #expect(Locator(text).footnotes == footnotes)
    }

    @Test(
        "a locator names its section",
        arguments: [
            ("§3.1 ¶6 n35", "3.1"), ("§3", "3"), ("abstract", "abstract"), ("abstract ¶1", "abstract"),
            ("title n*", "title"), ("¶6 n35", nil), ("p. 12", nil), ("", nil), ("§", nil),
        ] as [(String, String?)])
    func sections(_ text: String, _ section: String?) {
        #expect(Locator(text).section == section)
    }

    @Test("a citation comes out of JSON as it went in, its locator as plain text")
    func roundTrip() throws {
        let citation = Citation(
            source: "paper", locator: Locator("§1 n2"), basis: .reported, from: nil, by: "interview")
        let body = try JSONEncoder().encode(citation)
        #expect(String(decoding: body, as: UTF8.self).contains(#""locator":"§1 n2""#))
        #expect(try JSONDecoder().decode(Citation.self, from: body) == citation)
    }
}

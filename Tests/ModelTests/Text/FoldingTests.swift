import Testing

@testable import Model

@Suite("Folding and nearness")
struct FoldingTests {
    @Test(
        "names are compared without case, diacritics and punctuation",
        arguments: [
            ("Martin-Mazé", "martin maze"), ("martin  maze", "martin maze"), ("  ILO ", "ilo"),
            ("CBMM–CP", "cbmm cp"), ("U.N. Women", "u n women"), ("Бишкек", "бишкек"), ("ЁЛКА", "елка"),
            ("ＩＬＯ", "ilo"), ("«BOMCA»", "bomca"), ("INTERNATIONAL", "international"), ("2008-03", "2008 03"),
            ("?!", ""), ("", ""),
        ])
    func folds(_ name: String, _ folded: String) {
        #expect(name.folded == folded)
        #expect(name.folded.folded == folded)
    }

    @Test(
        "a slip of the finger counts one",
        arguments: [
            ("", "", 0), ("ilo", "ilo", 0), ("ilo", "", 3), ("", "ilo", 3), ("bomca", "bomka", 1),
            ("bomca", "bomc", 1), ("bomca", "boomca", 1), ("bomca", "bocma", 1), ("calm", "carmp", 2),
            ("kitten", "sitting", 3),
        ])
    func distances(_ one: String, _ other: String, _ distance: Int) {
        #expect(editDistance(Array(one), Array(other)) == distance)
        #expect(editDistance(Array(other), Array(one)) == distance)
    }

    @Test("the nearest name is offered, and none when none is near")
    func nearestName() {
        let names = ["bomca", "cadap", "calm", "carmp"]
        #expect(nearest(to: "BOMKA", among: names) == "bomca")
        #expect(nearest(to: "clam", among: names) == "calm")
        #expect(nearest(to: "dfid", among: names) == nil)
        #expect(nearest(to: "", among: names) == nil)
        #expect(nearest(to: "calm", among: [String]()) == nil)
    }

    @Test("several names are offered nearest first, as many as asked for, and always in the same order")
    func nearestNames() {
        let names = ["camp", "carmp", "calmp", "far away", "calm"]
        #expect(nearest(to: "calmp", among: names, limit: 3) == ["calmp", "calm", "camp"])
        #expect(
            nearest(to: "calmp", among: names.reversed(), limit: 9) == ["calmp", "calm", "camp", "carmp"])
    }
}

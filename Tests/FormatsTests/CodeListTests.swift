import Testing

@testable import Formats

struct CodeListTests {
    @Test("every list is there, with a name for every code")
    func complete() {
        for list in CodeList.allCases {
            #expect(!list.codes.isEmpty, "\(list.rawValue)")
            for code in list.codes { #expect(list.name(code)?.isEmpty == false, "\(list.rawValue) \(code)") }
        }
    }

    @Test("codes have the names of the standard")
    func names() {
        #expect(CodeList.country.name("KG") == "Kyrgyzstan")
        #expect(CodeList.transactionType.name("3") == "Disbursement")
        #expect(CodeList.sector.name("12220") == "Basic health care")
        #expect(CodeList.region.name("619") == "Central Asia, regional")
        #expect(CodeList.country.name("ZZ") == nil)
    }

    @Test("every sector stands under a category that the lists have, and health under health")
    func parents() {
        for sector in CodeList.sector.codes {
            let category = CodeList.sector.parent(sector)
            #expect(category.map(CodeList.sectorCategory.contains) == true, "\(sector)")
        }
        #expect(CodeList.sector.parent("12220") == "122")
        #expect(CodeList.sectorCategory.parent("122") == "120")
        #expect(CodeList.sectorGroup.name("120") == "Health")
    }

    @Test("a withdrawn code keeps its name")
    func withdrawn() {
        #expect(CodeList.sectorCategory.isWithdrawn("230"))
        #expect(CodeList.sectorCategory.name("230") == "Energy generation and supply")
        #expect(!CodeList.sectorCategory.isWithdrawn("231"))
    }
}

import Foundation
import Testing

@testable import Formats
@testable import Model

@Suite("A dossier and published files opened together")
struct JoinedDatasetTests {
    private let folder: DataFolder

    init() throws {
        folder = try DataFolder()
        try folder.write(
            "kg.xml",
            text: """
                <iati-activities version="2.03">
                  <iati-activity default-currency="USD">
                    <iati-identifier>XX-1-a</iati-identifier>
                    <reporting-org ref="XX-1" type="10"><narrative>Ministry</narrative></reporting-org>
                    <title><narrative>Help for returning workers</narrative></title>
                    <participating-org ref="XM-DAC-47066" role="4" type="40">
                      <narrative>International Organization for Migration</narrative></participating-org>
                    <participating-org role="1"><narrative>United Nations Development Programme</narrative>
                    </participating-org>
                    <recipient-country code="KG"/>
                    <sector vocabulary="1" code="15190"/>
                  </iati-activity>
                </iati-activities>
                """)
    }

    private func open() throws -> Dataset {
        let opener = DatasetOpener(environment: ["XDG_CACHE_HOME": folder.base + "/cache"])
        return try opener.open([DatasetOpener.bundled, folder.path]).dataset
    }

    @Test("an organisation known to both is one, and what the files add has their citation")
    func organisation() throws {
        let dataset = try open()
        let iom = try #require(try dataset.record("iom"))
        #expect(iom.text("name") == "IOM")
        #expect(iom.citations.contains { $0.source == "korneev-2013" })
        let reference = try #require(iom.values("identifiers").first)
        #expect(reference.text == "XM-DAC-47066")
        #expect(reference.citations?.first?.source.hasPrefix("file:") == true)
        #expect(try dataset.record("XM-DAC-47066") == nil)
        let project = try #require(try dataset.record("XX-1-a"))
        let roles = project.values("participants").map { "\($0.participant?.role ?? "") \($0.text)" }
        #expect(roles.contains("implementing iom"))
        #expect(roles.contains("funding undp"))
        #expect(roles.contains("reporting XX-1"))
    }

    @Test("a country of the dossier is that of the files, and its themes stand under the DAC's")
    func field() throws {
        let dataset = try open()
        #expect(try dataset.record("XX-1-a")?.texts("places") == ["kyrgyzstan"])
        #expect(try dataset.record("migration-governance")?.texts("parent") == ["dac-15190"])
        var filter = Filter()
        filter = filter.adding(.theme, "dac-15190").adding(.country, "kyrgyzstan")
        let found = try dataset.list(.project, filter: filter).ids()
        #expect(found.contains("XX-1-a"))
        #expect(found.contains("ilo-sustainable-partnerships"))
    }

    @Test("the dossier's own records are all there, and marks on it go on")
    func dossier() throws {
        let (joined, alone) = (try open(), try DatasetOpener(environment: [:]).open(nil).dataset)
        #expect(joined.id == alone.id)
        for recordClass in RecordClass.allCases {
            let own = try alone.list(recordClass).ids()
            #expect(Set(own).isSubset(of: try joined.list(recordClass).ids()), "\(recordClass)")
        }
        #expect(try joined.list(.project).count() == alone.list(.project).count() + 1)
    }

    @Test("two dossiers, or an index, cannot be joined")
    func refused() throws {
        let opener = DatasetOpener(environment: ["XDG_CACHE_HOME": folder.base + "/cache"])
        #expect(throws: OpeningError.self) {
            try opener.open([DatasetOpener.bundled, DatasetOpener.bundled])
        }
    }
}

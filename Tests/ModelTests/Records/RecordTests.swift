import Foundation
import Model
import Testing

@Suite("Records")
struct RecordTests {
    @Test("a denied value is not what a record says")
    func deniedValues() {
        let record = Record(
            id: "x", recordClass: .project,
            values: ["title": [Value("Denied", isAbsent: true), Value("Said"), Value("Said otherwise")]])
        #expect(record.title == "Said")
        #expect(record.texts("title") == ["Said", "Said otherwise"])
        #expect(record.values("title").count == 3)
    }

    @Test("a record is called by its acronym, else by its title, else by its id")
    func names() {
        var record = Record(id: "calm", recordClass: .project)
        #expect(record.title == "calm" && record.shortName == "calm")
        record.values["title"] = ["Central Asian Labour Migration"]
        #expect(record.shortName == "Central Asian Labour Migration")
        record.values["acronym"] = ["CALM"]
        #expect(record.shortName == "CALM")
        #expect(record.spokenName == "CALM Central Asian Labour Migration")
    }

    @Test(
        "each class is dated by the field of its own",
        arguments: [
            (RecordClass.project, "period"), (.relation, "period"), (.event, "date"), (.flow, "date"),
            (.source, "date"), (.source, "year"),
        ])
    func extents(_ recordClass: RecordClass, _ field: String) {
        let record = Record(id: "x", recordClass: recordClass, values: [field: ["2008-03"]])
        #expect(record.extent.certainMonths?.text == "2008-03")
        #expect(Record(id: "x", recordClass: recordClass).extent.isUnknown)
    }

    @Test("the full date of a source goes before its year")
    func sourceDates() {
        let record = Record(id: "x", recordClass: .source, values: ["year": ["2011"], "date": ["2011-04"]])
        #expect(record.extent.certainMonths?.text == "2011-04")
    }

    @Test("a record comes out of JSON as it went in")
    func roundTrip() throws {
        for record in SampleDossier.dossier.records {
            let body = try JSONEncoder().encode(record)
            #expect(try JSONDecoder().decode(Record.self, from: body) == record)
        }
    }

    @Test("the ids that a record names are its sources, its ties and its channels")
    func namedIds() throws {
        let calm = try #require(SampleDossier.dossier.records.first { $0.id == "calm" })
        let ids = Set(calm.namedIds)
        #expect(ids.isSuperset(of: ["paper", "ec-delegation", "aeneas", "iom-kyrgyzstan", "kyrgyzstan"]))
        #expect(!ids.contains("calm"))
    }

    @Test("every class has the field that names it, each key once, and a plural of its own")
    func classes() {
        for recordClass in RecordClass.allCases {
            let keys = recordClass.fields.map(\.key)
            #expect(keys.contains(recordClass.titleField))
            #expect(Set(keys).count == keys.count)
            #expect(Set(keys).isDisjoint(with: RecordClass.commonKeys))
            #expect(RecordClass(plural: recordClass.plural) == recordClass)
            let columns = recordClass.columns.map(\.key)
            #expect(Set(columns).count == columns.count)
            #expect(columns.contains(recordClass.defaultSort.key))
        }
        #expect(RecordClass(plural: "discrepancys") == nil)
    }

    @Test("problems are told by file and line, what concerns a whole file first")
    func problems() {
        func problem(_ file: String, _ line: Int?) -> Problem {
            Problem(file: file, line: line, code: "unknown-key", message: "", mend: "")
        }
        let ordered = [
            problem("a.yaml", nil), problem("a.yaml", 2), problem("a.yaml", 10), problem("b.yaml", 1),
        ]
        #expect(ordered.reversed().sorted() == ordered)
    }
}

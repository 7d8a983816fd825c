import Foundation
import Model
import Testing

@testable import Formats

@Suite("Recognising organisations")
struct OrganisationTests {
    private static func activity(_ id: String, _ participants: String...) -> String {
        "<iati-activity><iati-identifier>\(id)</iati-identifier>\(participants.joined())</iati-activity>"
    }

    private static func funder(_ name: String, ref: String? = nil) -> String {
        "<participating-org role=\"1\"\(ref.map { " ref=\"\($0)\"" } ?? "")>\(name)</participating-org>"
    }

    private func funders(_ mapped: MappedActivities, _ id: String) throws -> [String] {
        try mapped.record(id).texts("participants")
    }

    @Test("the same reference in other letters is one; the commonest name and spelling win")
    func references() throws {
        let mapped = try MappedActivities(
            Self.activity("A", Self.funder("Dept", ref: "gb-1"))
                + Self.activity("B", Self.funder("DFID", ref: " GB-1 "))
                + Self.activity("C", Self.funder("DFID", ref: "GB-1")))
        #expect(try ["A", "B", "C"].map { try funders(mapped, $0) } == [["GB-1"], ["GB-1"], ["GB-1"]])
        let record = try mapped.record("GB-1")
        #expect(record.title == "DFID")
        #expect(record.texts("aliases") == ["Dept"])
        #expect(record.texts("identifiers") == ["gb-1"])
    }

    @Test(
        "a name without reference is the one organisation with a reference that bears it, wherever that stands"
    )
    func names() throws {
        let xml =
            Self.activity("A", Self.funder("WORLD bank"))
            + Self.activity("B", Self.funder("World Bank", ref: "44000"))
        let mapped = try MappedActivities(xml)
        #expect(try funders(mapped, "A") == ["44000"])
        #expect(mapped.tally.organisationsByName == 1)
        // Without a survey what comes later is not known.
        #expect(try funders(try MappedActivities(xml, surveyed: false), "A") == ["org:world-bank"])
    }

    @Test("a name that two references bear is neither")
    func ambiguous() throws {
        let mapped = try MappedActivities(
            Self.activity("A", Self.funder("Ministry of Health"))
                + Self.activity("B", Self.funder("Ministry of Health", ref: "KG-M"))
                + Self.activity("C", Self.funder("Ministry of Health", ref: "TJ-M")))
        #expect(try funders(mapped, "A") == ["org:ministry-of-health"])
    }

    @Test("a code for a class of organisations is nobody's reference, and `nan` nobody's name")
    func classes() throws {
        let mapped = try MappedActivities(
            Self.activity("A", Self.funder("Den Sooluk")) + Self.activity("B", Self.funder("nan"))
                + Self.activity(
                    "C", Self.funder("Den Sooluk", ref: "XM-DAC-63000"), Self.funder("nan", ref: "X")))
        #expect(try funders(mapped, "A") == ["org:den-sooluk"])
        #expect(try funders(mapped, "B") == ["org:nan"])
        #expect(try mapped.record("XM-DAC-63000").texts("aliases") == ["Den Sooluk"])
        #expect(try mapped.record("XM-DAC-63000").title != "Den Sooluk")
        #expect(!OrganisationClasses.isClass("44000"))
        #expect(OrganisationClasses.isClass("41000") && !OrganisationClasses.isClass("XM-DAC-41114"))
    }

    @Test("what the user has undone is kept apart")
    func undone() throws {
        let xml =
            Self.activity("A", Self.funder("World Bank"), Self.funder("x", ref: "gb-1"))
            + Self.activity("B", Self.funder("World Bank", ref: "44000"), Self.funder("x", ref: "GB-1"))
        let mapped = try MappedActivities(
            xml, undone: [LedgerKey(.name, "world bank"), LedgerKey(.reference, "gb-1")])
        #expect(try funders(mapped, "A") == ["org:world-bank", "gb-1"])
        #expect(try funders(mapped, "B") == ["44000", "GB-1"])
    }
}

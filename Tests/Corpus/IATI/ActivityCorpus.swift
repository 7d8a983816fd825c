import Foundation
import Model

/// The same made-up projects as IATI files: a folder of what their donors publish, and of what some implementers
/// publish of the same work, in versions 1.03 and 2.03, several languages, with the errors that real files have.
struct ActivityCorpus {
    let projects: Int
    let seed: UInt64

    /// Writes `donor-3-1.xml`, `org-17-1.xml` and so on into a folder.
    func write(into folder: URL) throws {
        let cast = Cast(projects: projects, seed: seed)
        let writing = ActivityWriting(cast: cast, seed: seed)
        var files = PublisherFiles(folder: folder)
        for index in 0..<projects {
            let plan = Plan(index, cast, seed: seed)
            let donor = Publisher(donor: plan.donors[0], cast, seed)
            try files.add(writing.funded(plan, by: donor), of: donor)
            var dice = Dice(seed, .other, index)
            // A part of the work is published again by who does it, with what was received for it.
            if dice.chance(12) {
                let doer = Publisher(implementer: plan.implementers[0], cast, seed)
                try files.add(writing.done(plan, by: doer, paid: donor), of: doer)
            }
            // Some publish a slice a year, and the same activity in each.
            if dice.chance(2) { try files.add(writing.funded(plan, by: donor), of: donor.sliced) }
        }
        try files.finish()
    }
}

/// Who publishes, and how.
struct Publisher {
    /// The beginning of the names of its files.
    let name: String
    let ref: String
    let title: String
    let type: String
    /// Version 1.03 instead of 2.03.
    let isOld: Bool
    let currency: String

    init(donor: Int, _ cast: Cast, _ seed: UInt64) {
        var dice = Dice(seed, .organisation, donor << 8)
        name = Cast.id(donor: donor)
        ref = Self.ref(donor: donor)
        title = cast.name(donor: donor)
        type = ["10", "40", "10", "60", "40", "10"][donor % 6]
        isOld = dice.chance(15)
        currency = cast.currency(of: donor)
    }

    init(implementer: Int, _ cast: Cast, _ seed: UInt64) {
        var dice = Dice(seed, .organisation, implementer << 8 + 1)
        name = Cast.id(implementer: implementer)
        ref = Self.ref(implementer: implementer)
        title = cast.record(implementer: implementer).title
        type = dice.pick(["21", "22", "70", "80"])
        isOld = dice.chance(5)
        currency = "USD"
    }

    private init(_ other: Publisher, name: String) {
        self.name = name
        (ref, title, type, isOld, currency) = (
            other.ref, other.title, other.type, other.isOld, other.currency
        )
    }

    /// The same publisher's other file, with a year's slice.
    var sliced: Publisher { Publisher(self, name: name + "-slice") }

    static func ref(donor: Int) -> String { "XM-GEN-D\(donor)" }

    static func ref(implementer: Int) -> String { "XM-GEN-O\(implementer)" }

    func identifier(_ project: Int) -> String { "\(ref)-\(project)" }
}

import Foundation
import Model
import Testing

@testable import Formats

/// Activities mapped into an index in memory.
struct MappedActivities {
    let dataset: Dataset
    let tally: ImportTally

    /// By file name, the activities in it.
    init(
        _ files: [(name: String, activities: [Element])], language: String? = nil,
        undone: Set<LedgerKey> = [], surveyed: Bool = true
    ) throws {
        var tally = ImportTally()
        dataset = try IndexCompiler.compile(meta: DatasetDescription(id: "t", title: "T")) { writer in
            var mapping = ActivityMapping(writer: writer, language: language, undone: undone)
            let all = files.flatMap { file in
                file.activities.map { SourcedActivity(element: $0, file: file.name, version: nil) }
            }
            if surveyed { for activity in all { mapping.survey(activity.element) } }
            var places: [String: Int] = [:]
            var groups: [[SourcedActivity]] = []
            for activity in all {
                let identifier = ActivityMapping.identifier(of: activity.element)
                if let identifier, let place = places[identifier] {
                    groups[place].append(activity)
                } else {
                    if let identifier { places[identifier] = groups.count }
                    groups.append([activity])
                }
            }
            for group in groups { try mapping.add(group) }
            try mapping.finish()
            tally = mapping.tally
        }
        self.tally = tally
    }

    /// One file with these activities in XML.
    init(_ xml: String, language: String? = nil, undone: Set<LedgerKey> = [], surveyed: Bool = true) throws {
        try self.init(
            [("a.xml", try Self.read(xml))], language: language, undone: undone, surveyed: surveyed)
    }

    /// The activities in XML, with an `iati-activities` around them; they begin in its second line.
    static func read(_ xml: String) throws -> [Element] {
        try ReadingSample("<iati-activities>\n\(xml)\n</iati-activities>", scope: .imported).activities.map(
            \.element)
    }

    func record(_ id: String) throws -> Record { try #require(try dataset.record(id)) }

    func problems(_ code: String) -> Int { tally.problems[code]?.count ?? 0 }
}

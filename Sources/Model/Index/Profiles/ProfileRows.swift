import GRDB

/// Writes the rows of projects that are compared, one project after another.
final class ProfileRows {
    private let share: RowStatement
    private let place: RowStatement
    private let profile: RowStatement
    private let wholesOfProject: Statement
    private let neighbours: Statement
    /// What a place stands for.
    private let placeUnits: [Int64: [Int64]]
    /// As which theme a theme counts, of those that count as another.
    private let themeUnits: [Int64: Int64]
    /// What is part of what, at any depth, itself left out.
    private let wholes: [Int64: Set<Int64>]

    /// - Parameter db: with the temporary table `follow`.
    init(_ db: Database) throws {
        share = try RowStatement(db, into: "theme_share", columns: 4)
        place = try RowStatement(db, into: "project_place", columns: 2)
        profile = try RowStatement(
            db,
            sql: """
                INSERT INTO profile VALUES (?1, (SELECT id FROM record WHERE key = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
                  ?10, ?11, ?12, ?13)
                """)
        wholesOfProject = try db.makeStatement(
            sql: """
                SELECT target FROM link JOIN record ON record.key = target AND record.kind IS NOT 'instrument'
                WHERE link.record = ? AND field = 'part-of' AND link.absent = 0
                """)
        neighbours = try db.makeStatement(
            sql: "SELECT other FROM temp.follow WHERE project = ? ORDER BY other")
        placeUnits = try Self.placeUnits(db)
        themeUnits = try Self.sets(db, ThemeUnit.pairs).compactMapValues(\.first)
        wholes = try Self.sets(
            db, "SELECT inner_record, outer_record FROM containment WHERE inner_record <> outer_record")
    }

    private static func sets(_ db: Database, _ pairs: String) throws -> [Int64: Set<Int64>] {
        var sets: [Int64: Set<Int64>] = [:]
        try KeyPairs.each(db, pairs) { sets[$0, default: []].insert($1) }
        return sets
    }

    /// A place stands for the countries inside it; one within a country for that country; any other for itself.
    private static func placeUnits(_ db: Database) throws -> [Int64: [Int64]] {
        func countries(_ unit: String, of place: String) throws -> [Int64: Set<Int64>] {
            try sets(
                db,
                """
                SELECT \(place)_record, \(unit)_record FROM containment JOIN record ON record.key = \(unit)_record
                WHERE record.class = 'place' AND record.kind = 'country'
                """)
        }
        let units = try countries("outer", of: "inner").merging(countries("inner", of: "outer")) { $1 }
        return units.mapValues { $0.sorted() }
    }

    func write(_ project: ProfileDraft) throws {
        let places = Set(project.places.flatMap { placeUnits[$0] ?? [$0] }).sorted()
        let themes = ThemeShare.shares(of: project.themes) { themeUnits[$0] ?? $0 }
        let (implementers, funders) = (members(project.implementers), members(project.funders))
        for unit in places { try place.run(project.key, unit) }
        for part in themes { try share.run(project.key, part.theme, part.share, part.isAssumed) }
        let months = project.days.map(\.month.index)
        try profile.run(
            project.key, months[0], months[1], months[2], months[3], Self.text(places),
            themes.map { "\($0.theme):\($0.share)" }.joined(separator: " "),
            Self.text(implementers.named), Self.text(implementers.above), Self.text(funders.named),
            Self.text(funders.above), Self.text(try programmes(project)),
            Self.text(try Int64.fetchAll(neighbours, arguments: [project.key])))
    }

    private static func text(_ keys: [Int64]) -> String {
        keys.map(String.init).joined(separator: " ")
    }

    /// Those in a role, and these with all that they are part of. A part beside its whole says nothing more.
    private func members(_ targets: [Int64]) -> (named: [Int64], above: [Int64]) {
        let all = Set(targets)
        let named = all.sorted().outermost { wholes[$0]?.contains($1) == true }
        return (named, all.union(all.flatMap { wholes[$0] ?? [] }).sorted())
    }

    /// What a project stands under, at any depth, itself included; an instrument is no programme.
    private func programmes(_ project: ProfileDraft) throws -> [Int64] {
        guard project.isPart else { return [project.key] }
        var found: Set<Int64> = [project.key]
        var open = [project.key]
        while let next = open.popLast() {
            for whole in try Int64.fetchAll(wholesOfProject, arguments: [next])
            where found.insert(whole).inserted {
                open.append(whole)
            }
        }
        return found.sorted()
    }
}

import GRDB

/// What a portfolio is spread over.
enum PortfolioCategory: Sendable {
    case themes, countries

    var noun: String { self == .themes ? "theme" : "country" }
}

extension Dataset {
    /// The roles in which organisations are compared: both as implementers, or as donors, or in any role but
    /// that of a beneficiary.
    enum ComparedRole: Sendable {
        case implementer, donor, any

        var terms: [String] {
            switch self {
            case .implementer: ["implementing"]
            case .donor: ["funding"]
            case .any: Vocabulary.role.terms.filter { $0 != "beneficiary" }
            }
        }

        var words: SafeText {
            switch self {
            case .implementer: "projects that each, or a part of it, implements"
            case .donor: "projects that each, or a part of it, funds"
            case .any: "projects in which each, or a part of it, takes part, not as a beneficiary"
            }
        }
    }

    /// Portfolios of the organisations with these keys, or of all who stand in the role.
    func portfolios(
        _ category: PortfolioCategory, _ role: ComparedRole, _ filter: Filter, of keys: [Int64]? = nil
    ) throws -> [Int64: Portfolio] {
        guard keys == nil, filter.isEmpty else { return try readPortfolios(category, role, filter, of: keys) }
        return try fieldMemory.portfolios(FieldMemory.Spread(category: category, role: role)) {
            try readPortfolios(category, role, filter, of: nil)
        }
    }

    private func readPortfolios(
        _ category: PortfolioCategory, _ role: ComparedRole, _ filter: Filter, of keys: [Int64]?
    ) throws -> [Int64: Portfolio] {
        try read { db in
            let members = try Self.members(role, keys, filter.countedProjects(db))
            let rows = try SQLRequest<Row>(
                literal: """
                    WITH \(members) SELECT members.organisation, category, sum(weight)
                    FROM members CROSS JOIN \(category.parts) ON part.record = members.record GROUP BY 1, 2
                    """
            ).fetchCursor(db)
            var weights: [Int64: [Int64: Double]] = [:]
            while let row = try rows.next() { weights[row[0], default: [:]][row[1]] = row[2] }
            let counts = try SQLRequest<Row>(
                literal: """
                    WITH \(members) SELECT organisation, count(*) FROM members
                    WHERE EXISTS (SELECT 1 FROM \(category.parts) WHERE part.record = members.record) GROUP BY 1
                    """
            ).fetchAll(db)
            let projects = counts.reduce(into: [Int64: Int]()) { $0[$1[0]] = $1[1] }
            return weights.reduce(into: [:]) {
                $0[$1.key] = Portfolio(weights: $1.value, projects: projects[$1.key] ?? 0)
            }
        }
    }

    /// The projects of each organisation, by key, with their extents.
    func extents(_ role: ComparedRole, _ filter: Filter, of keys: [Int64]) throws -> [Int64: [Int64: Extent]]
    {
        try read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    WITH \(Self.members(role, keys, filter.countedProjects(db)))
                    SELECT members.organisation, r.key, r.start_earliest, r.start_latest, r.end_earliest,
                      r.end_latest FROM members CROSS JOIN record r ON r.key = members.record
                    """
            ).fetchAll(db)
            return rows.reduce(into: [:]) { $0[$1[0], default: [:]][$1[1]] = Extent(days: $1, from: 2) }
        }
    }

    /// A table `members` of each organisation's counted projects in a role, its own and those of its parts.
    private static func members(_ role: ComparedRole, _ keys: [Int64]?, _ counted: SQL) -> SQL {
        let wanted: SQL = keys.map { "AND containment.outer_record IN \($0)" } ?? ""
        return """
            members AS MATERIALIZED (SELECT DISTINCT containment.outer_record AS organisation, r.key AS record
              FROM containment
              CROSS JOIN record o ON o.key = containment.outer_record AND o.class = 'organisation'
              CROSS JOIN link ON link.target = containment.inner_record AND link.field = 'participants'
              CROSS JOIN record r ON r.key = link.record
              WHERE link.absent = 0 AND link.role IN \(role.terms) AND \(counted) \(wanted))
            """
    }
}

extension PortfolioCategory {
    /// A table `part` of each project's categories and their part of it: the shares of themes and the countries that
    /// the index was given for comparing projects (``ProfileWriter``).
    fileprivate var parts: SQL {
        switch self {
        case .themes:
            "(SELECT project AS record, theme AS category, share AS weight FROM theme_share) AS part"
        case .countries:
            """
            (SELECT project AS record, place AS category,
              1.0 / (SELECT count(*) FROM project_place p WHERE p.project = project_place.project) AS weight
              FROM project_place) AS part
            """
        }
    }
}

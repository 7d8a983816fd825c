/// One column of a list: what it is called, where its value comes from, how wide it wants to be.
package struct Column: Sendable {
    package enum Width: Sendable {
        case fixed(Int)
        /// At least so many columns, and a share of what is left.
        case flexible(Int)
    }

    /// What is written after `--sort`, and the name in CSV.
    package let key: String
    package let title: SafeText
    /// SQL expression over a row `r` of `record`.
    let sql: String
    /// What to order by, when it is not the value as shown.
    let order: String?
    package let width: Width
    /// The columns of the highest rank go first when room is short; rank 0 stays.
    package let rank: Int

    init(_ key: String, _ title: SafeText, _ sql: String, order: String? = nil, width: Width, rank: Int = 0) {
        self.key = key
        self.title = title
        self.sql = sql
        self.order = order
        self.width = width
        self.rank = rank
    }
}

extension Column {
    /// Whether a record certainly ran in one of the months, or only possibly, certain ones first.
    static func ran(in months: MonthSpan) -> Column {
        let isCertain = """
            r.start_latest <= \(months.last.lastDay.rawValue) AND r.end_earliest >= \(months.first.firstDay.rawValue)
            """
        return Column(
            ranKey, "ran then", "iif(\(isCertain), 'certain', 'possible')", width: .fixed(8))
    }

    /// Of ``ran(in:)``; and of the order that it is listed in, by the earliest start, in the index.
    static let ranKey = "ran"
}

extension RecordClass {
    /// Whether records of the class have dates of their own.
    var isDated: Bool { [.project, .event, .flow, .source].contains(self) }

    /// The columns of the class's list, left to right.
    package var columns: [Column] {
        switch self {
        case .project:
            [
                Self.name, Column("title", "title", "r.title", order: "r.sort", width: .flexible(16)),
                Column("donors", "funded by", Self.participants("funding"), width: .flexible(8), rank: 1),
                Column(
                    "implementers", "implemented by", Self.participants("implementing"), width: .flexible(10),
                    rank: 2),
                Self.start, Self.end,
                Column("kind", "kind", "r.kind", width: .fixed(10), rank: 4),
                Column("countries", "where", Self.codes("places"), width: .flexible(9), rank: 5),
            ]
        case .organisation:
            [
                Self.name, Column("title", "name", "r.title", order: "r.sort", width: .flexible(20)),
                Column("type", "type", "r.kind", width: .fixed(14), rank: 3),
                Column("roles", "roles", Self.roles, width: .flexible(12), rank: 1),
                Column(
                    "projects", "projects", Self.tied(.organisation, .project), width: .fixed(8), rank: 2),
                Column("conflicts", "conflicts", Self.conflicts, width: .fixed(9), rank: 4),
            ]
        case .relation:
            [
                Column("kind", "kind", "r.kind", width: .fixed(18)),
                Column("parties", "parties", Self.linked("parties", " – "), width: .flexible(22)),
                Column("themes", "over", Self.linked("themes", ", "), width: .flexible(14), rank: 1),
                Column("level", "level", "r.level", width: .fixed(23), rank: 3),
                Column("nature", "nature", "r.nature", width: .fixed(11), rank: 2),
            ]
        case .event:
            [
                Column("date", "date", "r.start", order: Self.startOrder, width: .fixed(10)),
                Self.title, Column("kind", "kind", "r.kind", width: .fixed(15), rank: 1),
                Column(
                    "organisations", "who", Self.linked("organisations", ", "), width: .flexible(14), rank: 2),
            ]
        case .finding:
            [
                Column("kind", "kind", "r.kind", width: .fixed(22), rank: 1),
                Column("title", "finding", "r.title", order: "r.sort", width: .flexible(40)),
                Column("said-by", "who says so", Self.linked("said-by", ", "), width: .fixed(24), rank: 2),
            ]
        case .discrepancy:
            [
                Column("kind", "kind", "r.kind", width: .fixed(13)),
                Self.title,
                Column("about", "about", Self.linked("about", ", "), width: .flexible(14), rank: 1),
            ]
        case .source:
            [
                Column("notes", "notes", Self.footnotes, order: Self.firstFootnote, width: .fixed(12)),
                Column("authors", "who", Self.voices, width: .flexible(16), rank: 1),
                Column(
                    "year", "year", "substr(coalesce(r.start, ''), 1, 4)", order: Self.startOrder,
                    width: .fixed(4), rank: 3),
                Self.title,
                Column("type", "type", "r.kind", width: .fixed(15), rank: 2),
                Column("facts", "facts", Self.facts, width: .fixed(5), rank: 4),
            ]
        case .theme:
            [
                Column("title", "theme", "r.title", order: "r.sort", width: .flexible(24)),
                Column("parent", "part of", Self.linked("parent", ", "), width: .flexible(16), rank: 1),
                Column("projects", "projects", Self.tied(.theme, .project), width: .fixed(8)),
                Column("relations", "relations", Self.tied(.theme, .relation), width: .fixed(9), rank: 2),
            ]
        case .place:
            [
                Column("title", "place", "r.title", order: "r.sort", width: .flexible(24)),
                Column("kind", "kind", "r.kind", width: .fixed(8)),
                Column(
                    "iso", "code", "json_extract(\(Self.body(of: "r")), '$.values.iso[0].text')",
                    width: .fixed(4), rank: 2),
                Column("part-of", "part of", Self.linked("part-of", ", "), width: .flexible(16), rank: 1),
                Column("projects", "projects", Self.tied(.country, .project), width: .fixed(8)),
            ]
        case .flow:
            [
                Column("from", "from", Self.linked("from", ", "), width: .flexible(16)),
                Column("through", "through", Self.linked("through", " › "), width: .flexible(14), rank: 1),
                Column("to", "to", Self.linked("to", ", "), width: .flexible(14)),
                Column("project", "for", Self.linked("project", ", "), width: .flexible(10), rank: 2),
                Column("amounts", "how much", Self.amounts, width: .flexible(14)),
                Column("kind", "kind", "r.kind || iif(r.absent, ' (none)', '')", width: .fixed(16), rank: 3),
            ]
        }
    }

    /// The order of the list when none is asked for: column key and whether descending.
    package var defaultSort: View.Sort {
        switch self {
        case .project: View.Sort("start")
        case .organisation: View.Sort("projects", descending: true)
        case .event: View.Sort("date")
        case .source: View.Sort("notes")
        case .flow: View.Sort("from")
        case .discrepancy, .relation, .finding: View.Sort("kind")
        case .theme, .place: View.Sort("projects", descending: true)
        }
    }

    // MARK: The pieces

    private static let name = Column(
        "name", "acronym", "coalesce(r.acronym, '')", order: "lower(coalesce(r.acronym, r.title))",
        width: .fixed(9))
    private static let title = Column("title", "title", "r.title", order: "r.sort", width: .flexible(24))
    private static let start = Column(
        "start", "start", "coalesce(r.start, '?')",
        order: startOrder, width: .fixed(7))
    private static let end = Column(
        "end", "end", "coalesce(r.\"end\", '?')",
        order: "iif(r.end_latest >= 100000000, nullif(r.end_earliest, -100000000), r.end_latest)",
        width: .fixed(7))
    /// By the first day that is possible, else by the last on which it had begun; NULL when neither is known.
    private static let startOrder = "r.began"

    private static func linked(_ field: String, _ separator: String) -> String {
        """
        (SELECT group_concat(name, '\(separator)') FROM (SELECT coalesce(t.acronym, t.title) AS name
        FROM link JOIN record t ON t.key = link.target
        WHERE link.record = r.key AND link.field = '\(field)' ORDER BY link.position))
        """
    }

    /// Names of who implements, in the order of the sources.
    static let implementers = participants("implementing")

    private static func participants(_ role: String) -> String {
        """
        (SELECT group_concat(name, ', ') FROM (SELECT DISTINCT coalesce(t.acronym, t.title) AS name
        FROM link JOIN record t ON t.key = link.target
        WHERE link.record = r.key AND link.field = 'participants' AND link.role = '\(role)' AND link.absent = 0
        ORDER BY link.position))
        """
    }

    private static func codes(_ field: String) -> String {
        """
        (SELECT group_concat(code, ' ') FROM (SELECT coalesce(json_extract(\(body(of: "t")), '$.values.iso[0].text'), t.title) AS code
        FROM link JOIN record t ON t.key = link.target
        WHERE link.record = r.key AND link.field = '\(field)' ORDER BY link.position))
        """
    }

    private static let roles = """
        (SELECT group_concat(role, ', ') FROM (SELECT role FROM role_count
        WHERE organisation = r.key ORDER BY role))
        """

    private static let conflicts = """
        (SELECT count(*) FROM link JOIN record c ON c.key = link.record
        WHERE link.target = r.key AND link.field = 'parties' AND c.kind IN ('competition', 'overlap', 'tension')
        AND c.absent = 0)
        """

    private static func tied(_ dimension: Filter.Dimension, _ recordClass: RecordClass) -> String {
        """
        coalesce((SELECT records FROM facet_count WHERE dimension = \(dimension.number)
        AND class = \(recordClass.number) AND target = r.key), 0)
        """
    }

    private static let footnotes = """
        coalesce((SELECT group_concat('n' || number, ' ') FROM (SELECT number FROM cited_in
        WHERE cited = r.key ORDER BY CAST(number AS INTEGER))), '')
        """

    private static let firstFootnote = """
        coalesce((SELECT min(CAST(number AS INTEGER)) FROM cited_in WHERE cited = r.key), -1)
        """

    private static func body(of record: String) -> String {
        "(SELECT json FROM body WHERE body.record = \(record).key)"
    }

    private static let voices = """
        coalesce((SELECT group_concat(value ->> '$.text', '; ') FROM json_each(\(body(of: "r")), '$.values.authors')),
        \(linked("speaker", ", ")))
        """

    private static let facts = """
        coalesce((SELECT facts FROM fact_count WHERE source = r.key), 0)
        """

    private static let amounts = """
        coalesce((SELECT group_concat(value ->> '$.text', ' / ') FROM json_each(\(body(of: "r")), '$.values.amounts')), '?')
        """
}

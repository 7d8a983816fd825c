import GRDB

/// Which projects stand in which lane. A project stands in every lane that it belongs to, and in a lane of its
/// own kind, `unknown`, when the sources do not say.
struct TimelineLanes {
    /// How the projects of a lane are found.
    enum Members: Sendable, Hashable {
        case all
        case kind(String)
        case role(number: Int, organisation: Int64)
        case tied(field: String, target: Int64)
        /// Those in no other lane.
        case rest(KeySet)
    }

    private let db: Database
    private let keys: KeySet?
    private let interruption: Interruption

    init(_ db: Database, _ keys: KeySet?, _ interruption: Interruption) {
        self.db = db
        self.keys = keys
        self.interruption = interruption
    }

    /// Largest first, what is not said last.
    func lanes(_ lanes: View.Lanes?) throws -> [TimelineSource.Lane] {
        let all = try keys ?? Selection(db, .project).all()
        var counts: [Members: Int] = [:]
        var said = KeySet()
        func count(_ rows: RowCursor, _ members: (Row) -> Members) throws {
            var passed = 0
            while let row = try rows.next() {
                let key: Int64 = row[0]
                if all.contains(key) {
                    counts[members(row), default: 0] += 1
                    said.insert(key)
                }
                passed += 1
                if passed & 0xFFFF == 0 { try interruption.check() }
            }
        }
        switch lanes {
        case nil, .succession:
            return [TimelineSource.Lane(id: "", title: .empty, count: all.count, members: .all)]
        case .kind:
            let rows = try Row.fetchCursor(
                db, sql: "SELECT key, kind FROM record WHERE class = 'project' AND kind IS NOT NULL")
            try count(rows) { .kind($0[1]) }
        case .donor, .implementer:
            let number = lanes == .donor ? 0 : 1
            let rows = try Row.fetchCursor(
                db, sql: "SELECT project, organisation FROM taking_part WHERE role = ?", arguments: [number])
            try count(rows) { .role(number: number, organisation: $0[1]) }
        case .theme, .country:
            let field = lanes == .theme ? "themes" : "places"
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT DISTINCT link.record, link.target FROM record r CROSS JOIN link ON link.target = r.key
                    WHERE r.class = ? AND link.field = ? AND link.absent = 0
                    """, arguments: [lanes == .theme ? "theme" : "place", field])
            try count(rows) { .tied(field: field, target: $0[1]) }
        }
        var made = try counts.map { try lane($0, $1) }
        made.sort { (-$0.count, $0.id) < (-$1.count, $1.id) }
        var rest = all
        rest.subtract(said)
        if !rest.isEmpty {
            made.append(
                TimelineSource.Lane(
                    id: "unknown", title: SafeText("\(lanes?.rawValue ?? "") not said"), count: rest.count,
                    members: .rest(rest)))
        }
        return made
    }

    private func lane(_ members: Members, _ count: Int) throws -> TimelineSource.Lane {
        switch members {
        case .role(_, let target), .tied(_, let target):
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT id, title FROM record WHERE key = ?"), arguments: [target])
            let id: String = row?[0] ?? ""
            return TimelineSource.Lane(
                id: id, title: SafeText((row?[1] as String?) ?? id), count: count, members: members)
        case .kind(let kind):
            return TimelineSource.Lane(id: kind, title: SafeText(kind), count: count, members: members)
        case .all, .rest:
            return TimelineSource.Lane(id: "", title: .empty, count: count, members: members)
        }
    }

    // MARK: One lane

    /// The projects of a lane; nil for all there are.
    func keys(of members: Members) throws -> KeySet? {
        let found: [Int64]
        switch members {
        case .all: return keys
        case .rest(let rest): return rest
        case .kind(let kind):
            found = try SQLRequest<Int64>(
                literal: "SELECT key FROM record WHERE class = 'project' AND kind = \(kind)"
            ).fetchAll(db)
        case .role(let number, let organisation):
            found = try SQLRequest<Int64>(
                literal: """
                    SELECT project FROM taking_part WHERE role = \(number) AND organisation = \(organisation)
                    """
            ).fetchAll(db)
        case .tied(let field, let target):
            found = try SQLRequest<Int64>(
                literal: """
                    SELECT record FROM link WHERE target = \(target) AND field = \(field) AND absent = 0
                    """
            ).fetchAll(db)
        }
        var lane = KeySet(found)
        lane.formIntersection(try keys ?? Selection(db, .project).all())
        return lane
    }

    /// The lanes of every kind that a project may stand in.
    static func memberships(_ db: Database, of key: Int64) throws -> Set<Members> {
        var lanes = Set<Members>([.all])
        if let kind = try String.fetchOne(
            db, sql: "SELECT kind FROM record WHERE key = ?", arguments: [key])
        {
            lanes.insert(.kind(kind))
        }
        let links = try Row.fetchAll(
            db,
            sql: """
                SELECT field, role, target FROM link WHERE record = ? AND absent = 0
                AND field IN ('participants', 'themes', 'places')
                """, arguments: [key])
        for row in links {
            let target: Int64 = row[2]
            switch (row[0] as String, row[1] as String?) {
            case ("participants", "funding"): lanes.insert(.role(number: 0, organisation: target))
            case ("participants", "implementing"): lanes.insert(.role(number: 1, organisation: target))
            case ("participants", _): continue
            case (let field, _): lanes.insert(.tied(field: field, target: target))
            }
        }
        return lanes
    }
}

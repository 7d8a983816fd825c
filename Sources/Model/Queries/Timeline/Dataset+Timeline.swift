import GRDB

extension Dataset {
    /// The projects that `filter` lets through as bars, in lanes; events and conflicts that bear on them.
    package func timeline(_ filter: Filter = Filter(), lanes: View.Lanes? = nil) throws -> Timeline {
        let ids = try list(.project, filter: filter, sort: View.Sort("start")).ids()
        let projects = try records(ids)
        let names = try names(of: projects.flatMap(\.namedIds))
        let rows = projects.map { Self.row($0, names) }
        return Timeline(
            lanes: lanes == .succession
                ? SuccessionLanes(rows, try continuity(filter)).lanes
                : Self.lanes(lanes, projects, rows, names),
            marks: try marks(filter),
            clashes: try clashes(filter))
    }

    /// The bars of some projects.
    func timelineRows(_ ids: [String]) throws -> [Timeline.Row] {
        let projects = try records(ids)
        let names = try names(of: projects.flatMap(\.namedIds))
        return projects.map { Self.row($0, names) }
    }

    private static func row(_ project: Record, _ names: [String: RecordName]) -> Timeline.Row {
        let period = project.text("period").flatMap(Period.init)
        let implementers = project.values("participants").filter {
            $0.participant?.role == "implementing" && !$0.isAbsent
        }
        let owners = implementers.map { names[$0.text]?.short ?? SafeText($0.text) }
        return Timeline.Row(
            id: project.id, name: SafeText(project.shortName), title: SafeText(project.title),
            owner: owners.joined(separator: ", "), extent: project.extent, start: period?.startText,
            end: period?.endText,
            seen: project.texts("active").compactMap(Period.init).compactMap { Extent($0).certainMonths },
            planned: project.text("planned").flatMap(Period.init).map { Extent($0) })
    }

    /// Rows by what `lanes` names; a project stands in every lane that it belongs to, and in a lane of its
    /// own kind, `unknown`, when the sources do not say.
    private static func lanes(
        _ lanes: View.Lanes?, _ projects: [Record], _ rows: [Timeline.Row], _ names: [String: RecordName]
    ) -> [Timeline.Lane] {
        guard let lanes else { return [Timeline.Lane(id: "", title: .empty, rows: rows)] }
        var order: [String] = []
        var members: [String: [Timeline.Row]] = [:]
        for (project, row) in zip(projects, rows) {
            let keys = laneKeys(lanes, project)
            for key in keys.isEmpty ? ["unknown"] : keys {
                if members[key] == nil { order.append(key) }
                members[key, default: []].append(row)
            }
        }
        let known = order.filter { $0 != "unknown" }.sorted { left, right in
            (-(members[left]?.count ?? 0), left) < (-(members[right]?.count ?? 0), right)
        }
        return (known + order.filter { $0 == "unknown" }).map { key in
            let title =
                key == "unknown" ? SafeText("\(lanes.rawValue) not said") : names[key]?.title ?? SafeText(key)
            return Timeline.Lane(id: key, title: title, rows: members[key] ?? [])
        }
    }

    private static func laneKeys(_ lanes: View.Lanes, _ project: Record) -> [String] {
        func participants(_ role: String) -> [String] {
            var seen = Set<String>()
            return project.values("participants")
                .filter { $0.participant?.role == role && !$0.isAbsent && seen.insert($0.text).inserted }
                .map(\.text)
        }
        switch lanes {
        case .kind: return project.text("kind").map { [$0] } ?? []
        case .donor: return participants("funding")
        case .implementer: return participants("implementing")
        case .theme: return project.texts("themes")
        case .country: return project.texts("places")
        // Lanes of their own: see ``SuccessionLanes``.
        case .succession: return []
        }
    }

    /// Dated events under the filter; those tied to nothing (a policy document on the whole field) pass when
    /// only time narrows the view.
    func marks(_ filter: Filter) throws -> [Timeline.Mark] {
        var eventFilter = filter
        eventFilter.status = nil
        eventFilter.kind = nil
        eventFilter.text = nil
        return try read { db in
            let keys = try selection(db, .event, eventFilter)
            let order = try ListOrder(
                db, .event, sort: View.Sort("date"), months: nil, keys: keys
            ).keys(0, -1)
            let event = try db.cachedStatement(
                sql: """
                    SELECT id, title, start_earliest, start_latest, end_earliest, end_latest,
                      json_extract(json, '$.values.date[0].text')
                    FROM record JOIN body ON record = key WHERE key = ? AND absent = 0
                    """)
            return try order.compactMap { key in
                guard let row = try Row.fetchOne(event, arguments: [key]), let date: String = row[6] else {
                    return nil
                }
                let days = (2..<6).map { Day(rawValue: row[$0]) }
                return Timeline.Mark(
                    id: row[0], title: SafeText(row[1] as String),
                    extent: Extent(
                        startEarliest: days[0], startLatest: days[1], endEarliest: days[2], endLatest: days[3]
                    ),
                    date: date)
            }
        }
    }
}

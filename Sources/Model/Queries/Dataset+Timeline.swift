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
            clashes: try clashes(among: Set(ids)))
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
    private func marks(_ filter: Filter) throws -> [Timeline.Mark] {
        var eventFilter = filter
        eventFilter.status = nil
        eventFilter.kind = nil
        eventFilter.text = nil
        let events = try records(try list(.event, filter: eventFilter, sort: View.Sort("date")).ids())
        return events.compactMap { event in
            guard let date = event.text("date"), !event.isAbsent else { return nil }
            return Timeline.Mark(id: event.id, title: SafeText(event.title), extent: event.extent, date: date)
        }
    }

    private func clashes(among projects: Set<String>) throws -> [Timeline.Clash] {
        try conflicts().filter { !$0.record.isAbsent }.flatMap { conflict in
            conflict.meetings.compactMap { meeting in
                guard projects.contains(meeting.first), projects.contains(meeting.second) else { return nil }
                return Timeline.Clash(
                    id: conflict.record.id, title: SafeText(conflict.record.title), first: meeting.first,
                    second: meeting.second, months: meeting.months)
            }
        }
    }
}

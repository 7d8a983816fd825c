import Model

extension ActivityWriter {
    mutating func writeTexts(_ project: Record) {
        let titles = values(project, "title")
        var languages = Set<String?>()
        xml.begin("title")
        for title in titles where languages.insert(title.language).inserted {
            narrative(title.text, title.language)
        }
        if titles.isEmpty { narrative(project.id, nil) }
        xml.end()
        tally.add(.otherNames, titles.count - max(languages.count, 1))
        writeDescriptions(project)
    }

    /// Descriptions by their kinds; then what has a heading of its own in a dossier, under that heading.
    private mutating func writeDescriptions(_ project: Record) {
        var descriptions: [(type: String?, value: Value)] = []
        for value in values(project, "description") {
            let types = ["target groups": "3", "other": "4"]
            descriptions.append((value.note.flatMap { types[$0] }, value))
        }
        for value in values(project, "objectives") { descriptions.append(("2", value)) }
        for (label, value) in sections(project) {
            tally.add(.sections)
            let heading = label.prefix(1).uppercased() + label.dropFirst()
            descriptions.append(("4", Value("\(heading): \(value.text)", language: value.language)))
        }
        if let dates = inexactDates(project) { descriptions.append(("4", Value(dates))) }
        if descriptions.isEmpty {
            tally.add(.descriptions)
            descriptions.append((nil, Value("No description is known.")))
        }
        write(descriptions)
    }

    /// One text in several languages is one description.
    private mutating func write(_ descriptions: [(type: String?, value: Value)]) {
        var languages = Set<String>()
        var isOpen = false
        var last: String?
        for (type, value) in descriptions {
            let isTranslation = value.language.map { !languages.isEmpty && !languages.contains($0) } ?? false
            if !isOpen || type != last || !isTranslation {
                if isOpen { xml.end() }
                xml.begin("description", ["type": type])
                languages = []
                isOpen = true
            }
            if let language = value.language { languages.insert(language) }
            last = type
            narrative(value.text, value.language)
        }
        if isOpen { xml.end() }
    }

    private mutating func sections(_ project: Record) -> [(label: String, value: Value)] {
        let texts = [
            "activities", "deliverables", "coverage", "problems", "assessment", "results", "channel",
            "follow-up", "format",
        ]
        // What has a code has an element.
        let coded = ["scope", "collaboration", "flow-type", "finance-type", "aid-type", "tied-status"]
        return project.recordClass.fields.flatMap { field -> [(label: String, value: Value)] in
            if texts.contains(field.key) { return values(project, field.key).map { (field.label, $0) } }
            guard coded.contains(field.key) else { return [] }
            return values(project, field.key).filter { $0.code == nil }.map { (field.label, $0) }
        }
    }

    // MARK: Dates

    mutating func writeDates(_ project: Record, _ references: References) {
        var written = 0
        func write(_ type: String, _ bound: Period.Bound, _ xml: inout XMLWriter) {
            guard let date = bound.date, date.isExact else { return }
            xml.element("activity-date", ["iso-date": date.text, "type": type])
            written += 1
        }
        let planned = value(project, "planned").flatMap { Period($0.text) }
        if let planned { write("1", planned.start, &xml) }
        let period = value(project, "period")
        let span = period.flatMap { Period($0.text) }
        if let span, let period, !period.isStartPlanned { write("2", span.start, &xml) }
        if let planned { write("3", planned.end, &xml) }
        if let span, let period, !period.isEndPlanned {
            // A dossier does not tell planned ends apart; one that lies ahead is none else.
            let isAhead = !references.isPublished && span.end.date.map { $0.latest > today } ?? false
            write(isAhead ? "3" : "4", span.end, &xml)
        }
        guard written == 0 else { return }
        tally.add(.dates)
        xml.begin("activity-date", ["iso-date": today.text, "type": ""])
        narrative(
            "No date of the activity is known to the day; this is the day on which this file was made.", nil)
        xml.end()
    }

    /// What is known of dates that are no days, in words.
    private mutating func inexactDates(_ project: Record) -> String? {
        var parts: [String] = []
        for (field, words) in [("period", "ran"), ("active", "seen running"), ("planned", "planned for")] {
            for value in project.values(field) where !value.isAbsent {
                guard let period = Period(value.text) else { continue }
                var bounds = [period.start, period.end]
                if value.isEndPlanned { bounds.removeLast() }
                if value.isStartPlanned { bounds.removeFirst() }
                let isInexact =
                    field == "active" || bounds.contains { $0.date.map { !$0.isExact } ?? ($0 == .open) }
                guard isInexact && !bounds.isEmpty else { continue }
                parts.append("\(words) \(value.text)")
            }
        }
        guard !parts.isEmpty else { return nil }
        tally.add(.inexactDates, parts.count)
        return "Dates (EDTF): \(parts.joined(separator: "; "))."
    }
}

extension Value {
    /// Whether a planned date stands for the start.
    fileprivate var isStartPlanned: Bool {
        code == Record.PlannedEnds.start || code == Record.PlannedEnds.both
    }

    fileprivate var isEndPlanned: Bool { code == Record.PlannedEnds.end || code == Record.PlannedEnds.both }
}

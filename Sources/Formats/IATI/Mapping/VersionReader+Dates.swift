import Model

/// The dates of an activity in EDTF, as they were published.
struct ActivityDates {
    var plannedStart: String?
    var actualStart: String?
    var plannedEnd: String?
    var actualEnd: String?
}

extension VersionReader {
    mutating func date(_ element: Element) {
        let line = element.line
        guard let code = element.value(.type), let type = Terms.date(code) else {
            let code = element.value(.type)
            return report(
                code.map { .unknownCode($0, "activity-date/@type") } ?? .emptyCode("activity-date/@type"),
                line)
        }
        guard let written = element.value(.isoDate) ?? element.plainText else {
            return report(.missingDate("activity-date"), line)
        }
        guard let date = Dates.edtf(written) else {
            report(.notADate(written, "activity-date"), line)
            keep(note: "\(Self.words(type)) as written: \(written)")
            return
        }
        if date.utf8.count < 10 { report(.notADay(written, "activity-date"), line) }
        let field: WritableKeyPath<ActivityDates, String?> =
            switch type {
            case .plannedStart: \.plannedStart
            case .actualStart: \.actualStart
            case .plannedEnd: \.plannedEnd
            case .actualEnd: \.actualEnd
            }
        if let first = dates[keyPath: field] {
            if first != date {
                report(.repeated("activity-date of type \(code)"), line)
                keep(note: "\(Self.words(type)) also given as \(date)")
            }
            return
        }
        dates[keyPath: field] = date
    }

    /// Actual dates; where there is none the planned one stands for it, marked as uncertain.
    mutating func finishDates() {
        let (start, end) = (dates.actualStart, dates.actualEnd)
        if dates.plannedStart != nil || dates.plannedEnd != nil {
            let planned = "\(dates.plannedStart ?? "")/\(dates.plannedEnd ?? "")"
            version.values["planned"] = [Value(planned)]
        }
        let first = start ?? dates.plannedStart.map { "\($0)?" }
        let last = end ?? dates.plannedEnd.map { "\($0)?" }
        guard first != nil || last != nil else { return }
        let text = "\(first ?? "")/\(last ?? "")"
        var value = Value(text, note: periodNote)
        let isStartPlanned = start == nil && dates.plannedStart != nil
        let isEndPlanned = end == nil && dates.plannedEnd != nil
        switch (isStartPlanned, isEndPlanned) {
        case (true, true): value.code = Record.PlannedEnds.both
        case (true, false): value.code = Record.PlannedEnds.start
        case (false, true): value.code = Record.PlannedEnds.end
        case (false, false): break
        }
        version.values["period"] = [value]
        if Period(text)?.endsBeforeStart == true { report(.endBeforeStart(text), root.line) }
    }

    private var periodNote: String? {
        let start = dates.actualStart == nil && dates.plannedStart != nil ? "start as planned" : nil
        let end = dates.actualEnd == nil && dates.plannedEnd != nil ? "end as planned" : nil
        let notes = [start, end].compactMap { $0 }
        if notes.count == 2 { return "as planned" }
        return notes.first
    }

    /// A remark on the dates that the period cannot hold.
    private mutating func keep(note: String) {
        version.remarks.append(note)
    }

    private static func words(_ type: Terms.ActivityDate) -> String {
        switch type {
        case .plannedStart: "planned start"
        case .actualStart: "actual start"
        case .plannedEnd: "planned end"
        case .actualEnd: "actual end"
        }
    }
}

import Model

extension RuleCheck {
    private enum Kind: Int, CaseIterable {
        case plannedStart = 1
        case actualStart, plannedEnd, actualEnd

        var words: String {
            switch self {
            case .plannedStart: "planned start"
            case .actualStart: "actual start"
            case .plannedEnd: "planned end"
            case .actualEnd: "actual end"
            }
        }

        init?(_ code: String) {
            let old = ["start-planned", "start-actual", "end-planned", "end-actual"]
            let number = Int(code) ?? old.firstIndex(of: code).map { $0 + 1 }
            guard let number, let kind = Kind(rawValue: number) else { return nil }
            self = kind
        }
    }

    /// Rules 6.11.1, 11.1.1 to 11.1.5, 11.2.1, 11.2.2.
    mutating func checkDates(_ parts: ActivityParts) {
        var days: [Kind: (day: Day, element: Element)] = [:]
        for element in parts[.activityDate] {
            guard let kind = element.value(.type).flatMap(Kind.init), let day = element.day(.isoDate) else {
                continue
            }
            days[kind] = days[kind] ?? (day, element)
            if kind == .actualStart || kind == .actualEnd {
                checkPast(
                    day, "the \(kind.words)", element, mend: "Tell it as planned, or set the date right.")
            }
        }
        for (start, end) in [(Kind.plannedStart, Kind.plannedEnd), (.actualStart, .actualEnd)] {
            if let start = days[start], let last = days[end], start.day > last.day {
                note(
                    "date-order", last.element,
                    "The \(end.words), \(last.day.text), is before the start, \(start.day.text).",
                    "Set one of the two right.")
            }
        }
        if version.isTwo && days[.plannedStart] == nil && days[.actualStart] == nil {
            note(
                "no-start-date", parts.activity, "The activity has no start, planned or actual.",
                "Add 'activity-date' with type 1 or 2.")
        }
        for transaction in parts[.transaction] {
            if let element = transaction.first(.transactionDate), let day = element.day(.isoDate) {
                checkPast(day, "the transaction's date", element, mend: Self.plan)
            }
            if let element = transaction.first(.value), let day = element.day(.valueDate) {
                checkPast(day, "the value date of a transaction", element, mend: Self.plan)
            }
        }
        guard version.isTwo, let updated = parts.activity[.lastUpdatedDatetime],
            let day = CivilDate(dateTime: updated.xmlTrimmed)?.day
        else { return }
        checkPast(day, "the time of the last update", parts.activity, mend: "Set it right.")
    }

    private static var plan: String { "Set it right, or tell it as a planned disbursement." }

    private mutating func checkPast(_ day: Day, _ what: String, _ element: Element, mend: String) {
        guard day > today else { return }
        let words = what.prefix(1).uppercased() + what.dropFirst()
        note("future-date", element, "\(words), \(day.text), is in the future.", mend)
    }

    /// Rules 8.6.3, 7.5.3, 8.6.1.
    mutating func checkPeriods(_ parts: ActivityParts) {
        for budget in parts[.budget] {
            guard let (start, end) = checkOrder(budget), version.isTwo else { continue }
            let date = start.civil
            // 29 February has no twin in most years: the year ends with the day before 1 March.
            let twin = min(date.day, Day.daysIn(year: date.year + 1, month: date.month))
            if end > Day(year: date.year + 1, month: date.month, day: twin) {
                note(
                    "long-budget", budget,
                    "The budget runs from \(start.text) to \(end.text), longer than a year.",
                    "Split it into years.")
            }
        }
        for planned in parts[.plannedDisbursement] { _ = checkOrder(planned) }
        for result in parts[.result] {
            for indicator in result.children(.indicator) {
                for period in indicator.children(.period) { _ = checkOrder(period) }
            }
        }
    }

    private mutating func checkOrder(_ period: Element) -> (Day, Day)? {
        guard let start = period.first(.periodStart)?.day(.isoDate), let last = period.first(.periodEnd),
            let end = last.day(.isoDate)
        else { return nil }
        if start > end {
            note(
                "date-order", last,
                "The period of '\(period.name)' ends on \(end.text), before its start, \(start.text).",
                "Set one of the two right.")
        }
        return (start, end)
    }
}

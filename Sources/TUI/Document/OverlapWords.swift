import Model

/// How the figures of an overlap are told.
enum OverlapWords {
    /// `36`, `1 to 54`, `3 or more`; `no end` when both run on for certain.
    static func months(certain: Int?, possible: Int?) -> SafeText {
        guard let certain else { return "no end" }
        guard let possible else { return "\(certain) or more" }
        return possible > certain ? "\(certain) to \(possible)" : "\(certain)"
    }

    static func months(_ time: TimeOverlap) -> SafeText {
        months(certain: time.certainMonths, possible: time.possibleMonths)
    }

    /// `from 54 of 61 months to all of it`; where an end has no bound, in the limit.
    static func shares(_ time: TimeOverlap) -> String {
        func words(_ share: TimeOverlap.Share) -> String {
            if !share.isBounded {
                return share.value > 0 ? "all, both without an end" : "next to none of an endless one"
            }
            if share.shared == 0 { return "none of it" }
            if share.shared == share.shorter { return "all of it" }
            return "\(share.shared) of \(share.shorter) months"
        }
        let (least, greatest) = (words(time.leastShare), words(time.greatestShare))
        if least == greatest { return "\(least), whatever the dates are" }
        return "from \(least) to \(greatest), as the true dates may be"
    }

    /// Two digits after the point, rounded; what is more than nothing does not look like nothing.
    static func figure(_ value: Double) -> String {
        if value > 0 && value < 0.005 { return "<0.01" }
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    static func counted(_ span: MonthSpan) -> String {
        guard let count = span.count else { return "no bound" }
        return count == 1 ? "1 month" : "\(count) months"
    }

    static func range(_ least: Double, _ greatest: Double) -> SafeText {
        let (low, high) = (figure(least), figure(greatest))
        return low == high ? SafeText(low) : "\(low) to \(high)"
    }

    /// What the register amounts to: how many overlaps, under what, and what could not be compared.
    static func summary(_ register: OverlapRegister) -> SafeText {
        let request = register.request
        let parts = Overlap.Component.allCases.filter(request.components.contains).map(\.rawValue)
        let product = parts.isEmpty ? "nothing" : parts.joined(separator: " × ")
        let least = request.threshold > 0 ? " reach \(figure(request.threshold))" : ""
        let more = register.isComplete ? "" : "at least "
        let left = register.census.projects - register.census.compared
        return
            "\(more)\(register.found) of \(register.overlapping) overlaps\(least) · \(product) · \(left) of \(register.census.projects) projects not comparable"
    }

    /// Why two projects are not in the computed register.
    static func reason(_ reason: Comparison.Reason, _ names: [String: SafeText]) -> SafeText {
        func name(_ id: String) -> String { (names[id] ?? SafeText(id)).string }
        switch reason {
        case .undated(let id): return "the sources do not date \(name(id))"
        case .unplaced(let id): return "the sources do not place \(name(id))"
        case .unthemed(let id): return "the sources name no theme of \(name(id))"
        case .implementerUnknown(let id): return "the sources do not say who implements \(name(id))"
        case .noProject(let id):
            return "\(name(id)) is an instrument through which projects are paid, or is denied by the sources"
        case .sameImplementer(let ids):
            let who = ids.isEmpty ? "one organisation" : ids.map(name).joined(separator: ", ")
            return "both are implemented by \(who)"
        case .neverMet: return "they cannot have run in one month"
        case .noCommonPlace: return "they have no place in common"
        case .noCommonTheme: return "they have no theme in common"
        }
    }
}

extension Overlap.Score {
    /// `0.24 to 0.27`: what holds whatever the true dates are, and what may be.
    package var words: SafeText { OverlapWords.range(certain, possible) }
}

extension Extent {
    /// `started June 2007, ended June 2007 or later`.
    var words: SafeText {
        if isUnknown { return "at a time that the sources do not say" }
        return
            "started \(Self.words(startEarliest, startLatest)), ended \(Self.words(endEarliest, endLatest))"
    }

    private static func words(_ earliest: Day, _ latest: Day) -> String {
        func month(_ day: Day) -> String { PeriodWords.text(day.month.text).string }
        if earliest.isBounded && latest.isBounded {
            return earliest.month == latest.month ? month(earliest) : "\(month(earliest)) to \(month(latest))"
        }
        if earliest.isBounded { return "\(month(earliest)) or later" }
        if latest.isBounded { return "\(month(latest)) or earlier" }
        return earliest == latest ? "open" : "unknown"
    }
}

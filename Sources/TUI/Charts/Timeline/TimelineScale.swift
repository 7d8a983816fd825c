import Model

/// How much time one column of a timeline stands for.
///
/// The columns of a scale lie on a grid that never moves: column 0 begins in January of year 0, or for
/// scales in days near 1970. So a pan shifts a picture by whole columns and nothing in it wobbles, and where
/// a column is a month or more it holds whole months.
package struct TimelineScale: Hashable, Sendable {
    private enum Unit: Hashable, Sendable {
        /// So many months in so many columns; at most two columns a month, so that none is empty.
        case months(Int, columns: Int)
        case days(Int)
    }

    private let unit: Unit
    /// `quarter`, `≈3 months`: what a column is.
    package let title: SafeText

    private init(_ unit: Unit, _ title: SafeText) {
        self.unit = unit
        self.title = title
    }

    package static let decade = TimelineScale(.months(120, columns: 1), "decade")
    package static let fiveYears = TimelineScale(.months(60, columns: 1), "5 years")
    package static let year = TimelineScale(.months(12, columns: 1), "year")
    package static let quarter = TimelineScale(.months(3, columns: 1), "quarter")
    package static let month = TimelineScale(.months(1, columns: 1), "month")
    package static let week = TimelineScale(.days(7), "week")
    package static let day = TimelineScale(.days(1), "day")

    /// The steps of the zoom, coarsest first.
    package static let ladder: [TimelineScale] = [
        decade, fiveYears, TimelineScale(.months(24, columns: 1), "2 years"),
        year, TimelineScale(.months(6, columns: 1), "half-year"),
        quarter, TimelineScale(.months(2, columns: 1), "2 months"),
        month, TimelineScale(.months(1, columns: 2), "half-month"),
        week, TimelineScale(.days(3), "3 days"), day,
    ]

    /// The finest scale at which `months` take no more than `width` columns.
    package static func fitting(_ months: MonthSpan, width: Int) -> TimelineScale {
        // One column less, for the grid need not begin where the months do.
        let columns = max(1, width - 1)
        let count = max(1, months.count ?? 1)
        if 2 * count >= columns {
            let divisor = greatestCommonDivisor(count, columns)
            let unit = Unit.months(count / divisor, columns: columns / divisor)
            return ladder.first { $0.unit == unit } ?? TimelineScale(unit, title(months: count, columns))
        }
        let days = months.last.lastDay.rawValue - months.first.firstDay.rawValue + 1
        let unit = Unit.days(max(1, (days + columns - 1) / columns))
        return ladder.first { $0.unit == unit } ?? TimelineScale(unit, title(unit))
    }

    package var daysPerColumn: Double {
        switch unit {
        case .months(let count, let columns): Double(count) * 30.436875 / Double(columns)
        case .days(let count): Double(count)
        }
    }

    /// The next finer step of the ladder, or nil at its end.
    package var finer: TimelineScale? { Self.ladder.first { $0.daysPerColumn < daysPerColumn * 0.99 } }

    /// The next coarser step of the ladder, or nil at its end.
    package var coarser: TimelineScale? { Self.ladder.last { $0.daysPerColumn > daysPerColumn * 1.01 } }

    /// The column of the grid that holds `day`. The far ends give columns far beyond any window.
    package func column(of day: Day) -> Int {
        guard day.isBounded else { return day <= .distantPast ? -Self.far : Self.far }
        switch unit {
        case .days(let count): return quotient(day.rawValue - Self.firstMonday, count)
        case .months(let count, let columns):
            var column = quotient(day.month.index * columns, count)
            while firstDay(of: column + 1) <= day { column += 1 }
            while firstDay(of: column) > day { column -= 1 }
            return column
        }
    }

    package func firstDay(of column: Int) -> Day {
        switch unit {
        case .days(let count): return Day(rawValue: column * count + Self.firstMonday)
        case .months(let count, let columns):
            let month = Month(index: quotient(column * count, columns))
            // A column of a month or more begins with a month, a shorter one within it.
            guard count < columns else { return month.firstDay }
            let part = column * count - month.index * columns
            let days = Day.daysIn(year: month.year, month: month.month)
            return month.firstDay.advanced(by: part * days / columns)
        }
    }

    package func lastDay(of column: Int) -> Day { firstDay(of: column + 1).advanced(by: -1) }

    private static let far = 1_000_000_000
    /// 1969-12-29, so that weeks begin on Monday (ISO 8601).
    private static let firstMonday = -3

    private static func title(months: Int, _ columns: Int) -> SafeText {
        if months < columns { return "≈\(months * 304 / columns / 10) days" }
        let noun = months >= 24 * columns ? "years" : "months"
        let unit = months >= 24 * columns ? columns * 12 : columns
        let tenths = (months * 10 + unit / 2) / unit
        return tenths < 20 ? "≈\(tenths / 10).\(tenths % 10) \(noun)" : "≈\((tenths + 5) / 10) \(noun)"
    }

    private static func title(_ unit: Unit) -> SafeText {
        if case .days(let count) = unit { "\(count) days" } else { .empty }
    }
}

/// Quotient rounded towards negative infinity.
private func quotient(_ a: Int, _ b: Int) -> Int {
    a >= 0 ? a / b : -((b - 1 - a) / b)
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
}

/// A civil day of the proleptic Gregorian calendar, counted from 1970-01-01 (which is 0).
///
/// The two far ends stand for "no bound known" and compare as such.
package struct Day: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let distantPast = Day(rawValue: -100_000_000)
    package static let distantFuture = Day(rawValue: 100_000_000)

    /// The day `year`-`month`-`day`; the three must be a real date (see ``isReal(year:month:day:)``).
    ///
    /// Source: E. Reingold, N. Dershowitz, *Calendrical Calculations*, on fixed dates; years begin in March
    /// here so that the leap day comes last.
    package init(year: Int, month: Int, day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = floorDivide(y, 400)
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(rawValue: era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month (1–12) and day of month (1–31).
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = rawValue + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Whether the far ends are meant, not a day of the calendar.
    package var isBounded: Bool { self > .distantPast && self < .distantFuture }

    /// The month that the day lies in; the far ends give far months.
    package var month: Month {
        guard isBounded else { return self <= .distantPast ? .distantPast : .distantFuture }
        let date = civil
        return Month(year: date.year, month: date.month)
    }

    package func advanced(by days: Int) -> Day {
        isBounded ? Day(rawValue: rawValue + days) : self
    }

    /// `2008-03-15`; the far ends give `..`.
    package var text: String {
        guard isBounded else { return ".." }
        let date = civil
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    package static func < (left: Day, right: Day) -> Bool { left.rawValue < right.rawValue }

    package static func isReal(year: Int, month: Int, day: Int) -> Bool {
        (1...12).contains(month) && day >= 1 && day <= daysIn(year: year, month: month)
    }

    package static func daysIn(year: Int, month: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Quotient rounded towards negative infinity, as calendar arithmetic needs before year 0.
func floorDivide(_ a: Int, _ b: Int) -> Int {
    let quotient = a / b
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(abs(number))
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
}

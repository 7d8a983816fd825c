/// One date in EDTF level 1 (ISO 8601-2, Library of Congress profile): `2008`, `2008-03`, `2008-03-15`,
/// a season `2009-21`, unspecified digits `200X`, `2008-XX`, and the qualifiers `?`, `~`, `%`.
///
/// A date stands for the days from ``earliest`` to ``latest``. A qualified date is widened on both sides by
/// one unit of its own precision, so that what is computed from it never claims more than the source does.
package struct EDTFDate: Hashable, Sendable {
    package enum Precision: Sendable { case day, month, season, year, decade, century }

    package enum Qualifier: Character, Sendable {
        case uncertain = "?"
        case approximate = "~"
        case both = "%"
    }

    /// As it was written.
    package let text: String
    package let precision: Precision
    package let qualifier: Qualifier?
    package let earliest: Day
    package let latest: Day

    /// Nil when `text` is not a date in EDTF level 1, or no day of the calendar.
    package init?(_ text: String) {
        var body = Substring(text)
        let qualifier = body.last.flatMap(Qualifier.init(rawValue:))
        if qualifier != nil { body.removeLast() }
        guard let reading = EDTFReading(body) else { return nil }
        self.text = text
        self.qualifier = qualifier
        precision = reading.precision
        let widening = qualifier == nil ? 0 : 1
        earliest = reading.earliest(widenedBy: widening)
        latest = reading.latest(widenedBy: widening)
    }

    /// Whether a day is known without a qualifier, digit by digit.
    package var isExact: Bool { precision == .day && qualifier == nil }
}

/// The parts of an EDTF date before its qualifier is applied.
private struct EDTFReading {
    let precision: EDTFDate.Precision
    private let first: (year: Int, month: Int, day: Int)
    private let last: (year: Int, month: Int, day: Int)

    init?(_ body: Substring) {
        if let (year, month, day) = Self.plainDay(body.utf8) {
            self.init(.day, (year, month, day), (year, month, day))
            return
        }
        let parts = body.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        if parts[0].contains("X") {
            guard let span = Self.unspecifiedYears(parts[0]) else { return nil }
            guard parts.dropFirst().allSatisfy({ $0 == "XX" }) else { return nil }
            self.init(
                span.count == 10 ? .decade : .century, (span.lowerBound, 1, 1), (span.upperBound, 12, 31))
            return
        }
        guard let year = Self.number(parts[0]) else { return nil }
        if parts.count == 1 || (parts[1] == "XX" && parts.dropFirst(2).allSatisfy { $0 == "XX" }) {
            self.init(.year, (year, 1, 1), (year, 12, 31))
            return
        }
        guard parts[1].utf8.count == 2, let month = Self.number(parts[1]) else { return nil }
        if parts.count == 2, let season = Self.season(month, year) {
            self = season
            return
        }
        guard (1...12).contains(month) else { return nil }
        let length = Day.daysIn(year: year, month: month)
        if parts.count == 2 || parts[2] == "XX" {
            self.init(.month, (year, month, 1), (year, month, length))
            return
        }
        guard parts[2].utf8.count == 2, let day = Self.number(parts[2]), (1...length).contains(day) else {
            return nil
        }
        self.init(.day, (year, month, day), (year, month, day))
    }

    private init(
        _ precision: EDTFDate.Precision, _ first: (Int, Int, Int), _ last: (Int, Int, Int)
    ) {
        self.precision = precision
        self.first = first
        self.last = last
    }

    /// `2008-03-15`, as nearly all dates of a large dataset are written, read without taking it apart; nil for
    /// everything else.
    private static func plainDay(_ text: Substring.UTF8View) -> (year: Int, month: Int, day: Int)? {
        guard text.count == 10 else { return nil }
        var numbers = (year: 0, month: 0, day: 0)
        for (place, byte) in text.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard (48...57).contains(byte) else { return nil }
            let digit = Int(byte - 48)
            switch place {
            case 0...3: numbers.year = numbers.year * 10 + digit
            case 5, 6: numbers.month = numbers.month * 10 + digit
            default: numbers.day = numbers.day * 10 + digit
            }
        }
        guard (1...12).contains(numbers.month),
            (1...Day.daysIn(year: numbers.year, month: numbers.month)).contains(numbers.day)
        else { return nil }
        return numbers
    }

    private static func number(_ digits: Substring) -> Int? {
        digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    }

    private static func unspecifiedYears(_ digits: Substring) -> ClosedRange<Int>? {
        let known = digits.prefix { $0 != "X" }
        guard digits.dropFirst(known.count).allSatisfy({ $0 == "X" }), let base = number(known) else {
            return nil
        }
        switch known.count {
        case 3: return base * 10...base * 10 + 9
        case 2: return base * 100...base * 100 + 99
        default: return nil
        }
    }

    /// EDTF's 21 to 24: spring, summer, autumn, winter of the northern hemisphere, by whole months.
    /// Winter is the one that begins in December of the year.
    private static func season(_ code: Int, _ year: Int) -> EDTFReading? {
        switch code {
        case 21: EDTFReading(.season, (year, 3, 1), (year, 5, 31))
        case 22: EDTFReading(.season, (year, 6, 1), (year, 8, 31))
        case 23: EDTFReading(.season, (year, 9, 1), (year, 11, 30))
        case 24:
            EDTFReading(.season, (year, 12, 1), (year + 1, 2, Day.daysIn(year: year + 1, month: 2)))
        default: nil
        }
    }

    func earliest(widenedBy units: Int) -> Day {
        let day = Day(year: first.year, month: first.month, day: first.day)
        switch precision {
        case .day: return day.advanced(by: -units)
        case .month: return day.month.advanced(by: -units).firstDay
        case .season: return day.month.advanced(by: -3 * units).firstDay
        case .year: return day.month.advanced(by: -12 * units).firstDay
        case .decade: return day.month.advanced(by: -120 * units).firstDay
        case .century: return day.month.advanced(by: -1200 * units).firstDay
        }
    }

    func latest(widenedBy units: Int) -> Day {
        let day = Day(year: last.year, month: last.month, day: last.day)
        switch precision {
        case .day: return day.advanced(by: units)
        case .month: return day.month.advanced(by: units).lastDay
        case .season: return day.month.advanced(by: 3 * units).lastDay
        case .year: return day.month.advanced(by: 12 * units).lastDay
        case .decade: return day.month.advanced(by: 120 * units).lastDay
        case .century: return day.month.advanced(by: 1200 * units).lastDay
        }
    }
}

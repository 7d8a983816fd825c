import Model

/// A date as IATI writes it, with or without time and zone: what is compared is the day.
struct CivilDate {
    let day: Day

    /// `2013-11-27`, also with a zone: `2013-11-27Z`, `2013-11-27+01:00`.
    init?(date text: String) {
        guard let (day, rest) = Self.date(Array(text.utf8)), Self.isZone(rest) else { return nil }
        self.day = day
    }

    /// `2013-11-27T10:00:00`, also with parts of a second and a zone.
    init?(dateTime text: String) {
        guard let (day, rest) = Self.date(Array(text.utf8)), rest.first == UInt8(ascii: "T") else {
            return nil
        }
        let time = rest.dropFirst()
        guard time.count >= 8, let hour = Self.number(time.prefix(2)), hour <= 24,
            let minute = Self.number(time.dropFirst(3).prefix(2)), minute < 60,
            let second = Self.number(time.dropFirst(6).prefix(2)), second < 60,
            Array(time)[2] == UInt8(ascii: ":"), Array(time)[5] == UInt8(ascii: ":"),
            hour < 24 || (minute == 0 && second == 0)
        else { return nil }
        var zone = time.dropFirst(8)
        if zone.first == UInt8(ascii: ".") {
            let digits = zone.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty else { return nil }
            zone = zone.dropFirst(1 + digits.count)
        }
        guard Self.isZone(zone) else { return nil }
        self.day = day
    }

    /// The day at the head of `text`, and what follows it. Years have four digits or more.
    private static func date(_ text: [UInt8]) -> (Day, ArraySlice<UInt8>)? {
        let hyphen = UInt8(ascii: "-")
        let isBefore = text.first == hyphen
        let digits = isBefore ? text.dropFirst() : text[...]
        let year = digits.prefix { $0 != hyphen }
        let rest = digits.dropFirst(year.count)
        guard (4...9).contains(year.count), rest.count >= 6, let number = number(year),
            rest.first == hyphen, let month = Self.number(rest.dropFirst().prefix(2)),
            rest.dropFirst(3).first == hyphen, let day = Self.number(rest.dropFirst(4).prefix(2)),
            number > 0, year.count == 4 || year.first != UInt8(ascii: "0")
        else { return nil }
        let civilYear = isBefore ? -number : number
        guard Day.isReal(year: civilYear, month: month, day: day) else { return nil }
        return (Day(year: civilYear, month: month, day: day), rest.dropFirst(6))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    /// Nothing, `Z`, or hours and minutes up to 14:00 either way.
    private static func isZone(_ text: ArraySlice<UInt8>) -> Bool {
        if text.isEmpty || text.elementsEqual([UInt8(ascii: "Z")]) { return true }
        guard text.count == 6, text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-"),
            text.dropFirst(3).first == UInt8(ascii: ":"), let hours = number(text.dropFirst().prefix(2)),
            let minutes = number(text.dropFirst(4))
        else { return false }
        return minutes < 60 && hours * 60 + minutes <= 14 * 60
    }
}

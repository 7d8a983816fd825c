import Model

enum Dates {
    /// The day of an XML date, what follows it (`Z`, an offset, a time) taken away; nil when it is no real day.
    static func day(_ written: String) -> Day? {
        var fields = (0, 0, 0)
        var position = 0
        for byte in written.utf8 {
            switch (position, byte) {
            case (0...3, UInt8(ascii: "0")...UInt8(ascii: "9")): fields.0 = fields.0 * 10 + Int(byte) - 48
            case (5...6, UInt8(ascii: "0")...UInt8(ascii: "9")): fields.1 = fields.1 * 10 + Int(byte) - 48
            case (8...9, UInt8(ascii: "0")...UInt8(ascii: "9")): fields.2 = fields.2 * 10 + Int(byte) - 48
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
            case (10, UInt8(ascii: "T")), (10, UInt8(ascii: " ")), (10, UInt8(ascii: "Z")),
                (10, UInt8(ascii: "+")), (10, UInt8(ascii: "-")):
                break
            case (11..., _): break
            default: return nil
            }
            position += 1
        }
        guard position >= 10, Day.isReal(year: fields.0, month: fields.1, day: fields.2) else { return nil }
        return Day(year: fields.0, month: fields.1, day: fields.2)
    }

    /// A date in EDTF: a day, or a month or year where no more is written; nil when it is none of these.
    static func edtf(_ written: String) -> String? {
        if let day = day(written) { return day.text }
        guard written.utf8.count == 4 || written.utf8.count == 7 else { return nil }
        return EDTFDate(written).map(\.text)
    }

    static func published(_ written: String?) -> PublishedDay {
        guard let written = written?.trimmed else { return PublishedDay() }
        if let day = day(written) { return PublishedDay(day: day) }
        return PublishedDay(text: written)
    }
}

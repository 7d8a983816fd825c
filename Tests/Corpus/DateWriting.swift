/// Dates in EDTF, known as well or as badly as sources know them.
enum DateWriting {
    /// A month since January 1990, as `2004-03`.
    static func month(_ month: Int) -> String {
        let number = month % 12 + 1
        return "\(1990 + month / 12)-\(number < 10 ? "0" : "")\(number)"
    }

    static func day(_ month: Int, _ day: Int) -> String {
        "\(Self.month(month))-\(day < 10 ? "0" : "")\(day)"
    }

    /// The period of a project; nil when nobody says.
    static func period(_ plan: Plan, _ dice: inout Dice) -> String? {
        let (first, last) = (plan.start, plan.start + plan.months)
        func year(_ month: Int) -> String { "\(1990 + month / 12)" }
        switch dice.number(0...99) {
        case 0..<58: return "\(day(first, dice.number(1...28)))/\(day(last, dice.number(1...28)))"
        case 58..<72: return "\(month(first))/\(month(last))"
        case 72..<81: return "\(year(first))/\(year(last))"
        case 81..<84: return "\(year(first))?/\(year(last))"
        case 84..<86: return "\(year(first))~/\(year(last))~"
        case 86..<87: return "\(1990 + first / 12)-2\(dice.number(1...3))/\(month(last + 6))"
        case 87..<88: return "\(year(first).dropLast())X"
        case 88..<91: return "\(month(first))/"
        case 91..<92: return "/\(month(last))"
        case 92..<95: return last > 420 ? "\(month(first))/.." : "\(month(first))/\(month(last))"
        case 95..<96: return year(first)
        default: return nil
        }
    }

    /// IATI's activity status, as it would be reported in mid-2026.
    static func status(_ plan: Plan, _ dice: inout Dice) -> String? {
        let now = 436
        guard dice.chance(88) else { return nil }
        if dice.chance(2) { return dice.pick(["suspended", "cancelled"]) }
        if plan.start > now { return "pipeline" }
        if plan.start + plan.months > now { return "implementation" }
        return plan.start + plan.months > now - 6 ? "finalisation" : "closed"
    }
}

import Foundation
import Model

/// One activity as it is written, in the version of its publisher. A part of what is written is wrong, as in real
/// files: about one activity in fifteen has something amiss.
struct Activity {
    private let plan: Plan
    private let publisher: Publisher
    private let country: Countries.Country
    private let values: [String: [Value]]
    private var markup = Markup()

    init(_ plan: Plan, _ publisher: Publisher, seed: UInt64) {
        self.plan = plan
        self.publisher = publisher
        country = World.recipients[plan.country]
        var values: [String: [Value]] = [:]
        TitleWriting(plan, seed: seed).write(to: &values)
        self.values = values
    }

    private var isOld: Bool { publisher.isOld }

    var finished: Markup {
        var finished = markup
        finished.close("iati-activity")
        return finished
    }

    mutating func identify(_ dice: inout Dice) {
        markup.open(
            "iati-activity",
            [
                ("xml:lang", "en"), ("default-currency", dice.chance(95) ? publisher.currency : nil),
                ("last-updated-datetime", "2026-05-\(dice.number(10...28))T00:00:00Z"),
                ("hierarchy", plan.isProgramme ? "1" : "2"),
                ("humanitarian", dice.chance(6) ? "1" : nil),
            ])
        let padding = dice.chance(2) ? "  " : ""
        markup.leaf(
            "iati-identifier", dice.chance(1) ? "" : padding + publisher.identifier(plan.index) + padding)
        text("reporting-org", publisher.title, [("ref", publisher.ref), ("type", publisher.type)])
        var titles: [(language: String?, text: String)] = (values["title"] ?? []).map { (nil, $0.text) }
        let language = Language.spoken(in: country.region, country.code)
        titles += (values["aliases"] ?? []).map { (language.code, $0.text) }
        texts("title", titles)
        texts(
            "description", (values["description"] ?? values["title"] ?? []).map { (nil, $0.text) },
            isOld ? [] : [("type", "1")])
    }

    mutating func participant(
        _ word: String, _ code: String, _ organisation: Publisher, activity: String? = nil,
        _ dice: inout Dice
    ) {
        // Many are named without a reference, and not always in the same way.
        let hasRef = dice.chance(70)
        let name = dice.chance(5) ? organisation.title.uppercased() : organisation.title
        text(
            "participating-org", name,
            [
                ("role", isOld ? word : code), ("ref", hasRef ? organisation.ref : nil),
                ("type", organisation.type), ("activity-id", isOld ? nil : activity),
            ])
    }

    mutating func describe(places: [Countries.Country], sectors: [Int], _ dice: inout Dice) {
        let status = DateWriting.status(plan, &dice)
        let codes = [
            "pipeline": "1", "implementation": "2", "finalisation": "3", "closed": "4", "cancelled": "5",
            "suspended": "6",
        ]
        if let status { markup.empty("activity-status", [("code", codes[status])]) }
        date("start-planned", "1", plan.start, &dice)
        date("start-actual", "2", plan.start + dice.number(0...3), &dice)
        date("end-planned", "3", plan.start + plan.months, &dice)
        if plan.start + plan.months < 436 { date("end-actual", "4", plan.start + plan.months, &dice) }
        if dice.chance(40) {
            markup.open("contact-info", isOld ? [] : [("type", "1")])
            text("organisation", publisher.title)
            markup.leaf("telephone", "+0 555 \(dice.number(1000...9999))")
            markup.leaf("email", "info@\(publisher.name).example")
            markup.close("contact-info")
        }
        shares("recipient-country", dice.chance(4) ? [] : places.map(\.code), nil, &dice)
        if dice.chance(20) {
            markup.open("location")
            text("name", "District \(dice.number(1...400)), \(country.name)")
            markup.close("location")
        }
        let wrong = dice.chance(1) ? "99999" : nil
        shares("sector", sectors.map { wrong ?? World.sectors[$0].code }, isOld ? "DAC" : "1", &dice)
        if dice.chance(20) {
            text(
                "sector", "Cluster \(dice.number(1...30))",
                [("vocabulary", isOld ? "RO" : "99"), ("code", "C\(dice.number(1...30))")])
        }
        markup.empty("default-flow-type", [("code", "10")])
        markup.empty("default-finance-type", [("code", dice.chance(80) ? "110" : "421")])
        markup.empty(
            "default-aid-type", [("code", dice.pick(["C01", "B01", "D01", "A02"]))])
        markup.empty("default-tied-status", [("code", "5")])
    }

    mutating func budgets(of total: Decimal, _ dice: inout Dice) {
        let years = max(1, min(6, plan.months / 12))
        guard dice.chance(60) else { return }
        for year in 0..<years {
            let first = 1990 + plan.start / 12 + year
            markup.open("budget", [("type", "1"), ("status", isOld ? nil : "1")])
            markup.empty("period-start", [("iso-date", "\(first)-01-01")])
            markup.empty("period-end", [("iso-date", "\(first)-12-31")])
            value(total / Decimal(years), "\(first)-01-01", &dice)
            markup.close("budget")
        }
    }

    /// - Parameter linked: whether the other side's activity is named.
    mutating func transaction(
        _ code: String, on month: Int, _ amount: Decimal, from giver: Publisher, to taker: Publisher?,
        linked: Bool = false, _ dice: inout Dice
    ) {
        let words = ["1": "IF", "2": "C", "3": "D", "4": "E"]
        let day = DateWriting.day(month, dice.number(1...28))
        markup.open("transaction", isOld ? [] : [("ref", "\(plan.index)-\(dice.number(1...9999))")])
        markup.empty("transaction-type", [("code", isOld ? words[code] : code)])
        markup.empty("transaction-date", [("iso-date", dice.chance(1) ? "2012-02-31" : day)])
        value(amount, day, &dice)
        if dice.chance(30) { text("description", dice.pick(Self.payments)) }
        let isReceipt = code == "1"
        side("provider-org", giver, linked && isReceipt, "provider-activity-id", &dice)
        if let taker {
            side(
                "receiver-org", taker, linked && !isReceipt && dice.chance(30), "receiver-activity-id", &dice)
        }
        markup.close("transaction")
    }

    mutating func related(_ identifier: String, type: String) {
        markup.empty("related-activity", [("ref", identifier), ("type", type)])
    }

    mutating func attachments(_ dice: inout Dice) {
        for number in 0..<dice.number(0...2) {
            markup.open(
                "document-link",
                [
                    ("url", "https://\(publisher.name).example/\(plan.index)/\(number).pdf"),
                    ("format", "application/pdf"),
                ])
            text("title", dice.pick(["Business case", "Annual review", "Contract", "Evaluation"]))
            markup.empty("category", [("code", dice.pick(["A02", "A07", "A09"]))])
            markup.close("document-link")
        }
    }

    mutating func result(_ dice: inout Dice) {
        markup.open("result", [("type", dice.pick(["1", "2"])), ("aggregation-status", "1")])
        text("title", "People reached")
        for indicator in 1...2 {
            markup.open("indicator", [("measure", "1"), ("ascending", "1")])
            text("title", "Indicator \(indicator)")
            for year in 0..<2 {
                markup.open("period")
                markup.empty("period-start", [("iso-date", "\(2015 + year)-01-01")])
                markup.empty("period-end", [("iso-date", "\(2015 + year)-12-31")])
                markup.empty("target", [("value", "\(dice.number(10...9000))")])
                markup.empty("actual", [("value", "\(dice.number(10...9000))")])
                markup.close("period")
            }
            markup.close("indicator")
        }
        markup.close("result")
    }

    // MARK: Pieces

    private mutating func text(_ name: String, _ text: String, _ attributes: [(String, String?)] = []) {
        texts(name, [(nil, text)], attributes)
    }

    private mutating func texts(
        _ name: String, _ texts: [(language: String?, text: String)],
        _ attributes: [(String, String?)] = []
    ) {
        guard isOld else { return markup.narrated(name, texts, attributes) }
        for (language, text) in texts { markup.leaf(name, text, attributes + [("xml:lang", language)]) }
    }

    private mutating func date(_ word: String, _ code: String, _ month: Int, _ dice: inout Dice) {
        guard dice.chance(92) else { return }
        let day = DateWriting.day(month, dice.number(1...28))
        markup.empty(
            "activity-date",
            [("type", isOld ? word : code), ("iso-date", dice.chance(1) ? "soon" : day)])
    }

    private mutating func shares(
        _ name: String, _ codes: [String], _ vocabulary: String?, _ dice: inout Dice
    ) {
        let isShared = codes.count > 1
        var rest = dice.chance(2) ? 90 : 100
        for (position, code) in codes.enumerated() {
            let share = position == codes.count - 1 ? rest : min(rest - 1, 5 * dice.number(1...12))
            rest -= share
            markup.empty(
                name,
                [("vocabulary", vocabulary), ("code", code), ("percentage", isShared ? "\(share)" : nil)])
        }
    }

    private mutating func side(
        _ name: String, _ organisation: Publisher, _ isLinked: Bool, _ attribute: String, _ dice: inout Dice
    ) {
        text(
            name, organisation.title,
            [
                ("ref", dice.chance(80) ? organisation.ref : nil),
                (attribute, isLinked ? organisation.identifier(plan.index) : nil),
            ])
    }

    private mutating func value(_ amount: Decimal, _ day: String, _ dice: inout Dice) {
        var amount = amount
        var rounded = Decimal()
        NSDecimalRound(&rounded, &amount, 2, .plain)
        let isForeign = dice.chance(3)
        markup.leaf(
            "value", "\(rounded)", [("currency", isForeign ? "EUR" : nil), ("value-date", day)])
    }

    private static let payments = [
        "Transfer of an instalment", "Payment after report", "Advance", "Final payment",
        "Salaries and travel",
    ]
}

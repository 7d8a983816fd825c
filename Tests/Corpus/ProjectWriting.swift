import Foundation
import Model

/// The record of a project, from its plan.
struct ProjectWriting {
    let cast: Cast
    let seed: UInt64
    let sources: Int

    static func id(_ index: Int) -> String { "p-\(index)" }

    /// What a project's facts rest on: one of the registers of its first donor.
    func citation(_ plan: Plan) -> Citation {
        let register = (plan.donors[0] * 7 + plan.index % 3) % sources
        return Citation(source: "s-\(register)", locator: Locator("p. \(plan.index % 400 + 1)"))
    }

    func record(_ plan: Plan) -> Record {
        var dice = Dice(seed, .project, plan.index)
        var values: [String: [Value]] = [
            "kind": [Value(kind(plan, &dice))],
            "themes": shared(plan.sectors.map { World.id(of: World.sectors[$0]) }, &dice),
            "places": shared(places(plan, &dice), &dice),
            "participants": participants(plan, &dice),
        ]
        values["period"] = DateWriting.period(plan, &dice).map { [Value($0)] }
        if values["period"] == nil, dice.chance(50) {
            values["active"] = [Value(DateWriting.month(plan.start + plan.months / 2))]
        }
        if dice.chance(6) {
            let end = plan.start + max(1, plan.months - 6)
            values["planned"] = [Value("\(DateWriting.month(plan.start))/\(DateWriting.month(end))")]
        }
        values["status"] = DateWriting.status(plan, &dice).map { [Value($0)] }
        values["part-of"] = plan.programme.map { [Value(Self.id($0))] }
        values["predecessor"] = plan.predecessor.map { [Value(Self.id($0))] }
        if dice.chance(3) { values["follow-up"] = [Value(dice.pick(["guaranteed", "refused", "endorsed"]))] }
        if dice.chance(90) { values["amounts"] = amounts(plan, &dice) }
        TitleWriting(plan, seed: seed).write(to: &values)
        return Record(
            id: Self.id(plan.index), recordClass: .project, citations: [citation(plan)], values: values)
    }

    private func kind(_ plan: Plan, _ dice: inout Dice) -> String {
        plan.isProgramme
            ? "programme" : dice.pick(weighted: [("project", 92), ("assistance", 7), ("process", 1)])
    }

    /// The country, and sometimes neighbours.
    private func places(_ plan: Plan, _ dice: inout Dice) -> [String] {
        let country = World.recipients[plan.country]
        var places = [World.id(of: country)]
        let neighbours = World.byRegion[country.region] ?? []
        for _ in 1..<dice.pick(weighted: [(1, 80), (2, 13), (3, 7)]) {
            let neighbour = World.id(of: dice.pick(neighbours))
            if !places.contains(neighbour) { places.append(neighbour) }
        }
        return places
    }

    /// Themes or places, half of those that are several with a share of the whole in percent.
    private func shared(_ ids: [String], _ dice: inout Dice) -> [Value] {
        guard ids.count > 1, dice.chance(50) else { return ids.map { Value($0) } }
        var rest = 100
        return ids.enumerated().map { position, id in
            let isLast = position == ids.count - 1
            let share = isLast ? rest : min(rest - 1, 5 * dice.number(1...12))
            rest -= share
            return Value(id, share: Decimal(share))
        }
    }

    private func participants(_ plan: Plan, _ dice: inout Dice) -> [Value] {
        let channel = dice.chance(20) ? Cast.id(implementer: dice.rank(of: cast.implementers)) : nil
        var values = plan.donors.enumerated().map { position, donor in
            let via = position == 0 && dice.chance(50) ? channel : nil
            return Value(Cast.id(donor: donor), participant: Participant(role: "funding", via: via))
        }
        if let channel, !values.contains(where: { $0.participant?.via == channel }) {
            values.append(Value(channel, participant: Participant(role: "extending")))
        }
        if dice.chance(15) {
            values.append(
                Value(Cast.id(donor: plan.donors[0]), participant: Participant(role: "accountable")))
        }
        values += plan.implementers.map {
            Value(Cast.id(implementer: $0), participant: Participant(role: "implementing"))
        }
        if dice.chance(5) {
            values.append(
                Value(
                    Cast.id(implementer: dice.rank(of: cast.implementers)),
                    participant: Participant(role: "partner")))
        }
        return values
    }

    private func amounts(_ plan: Plan, _ dice: inout Dice) -> [Value] {
        let money = Self.money(plan, cast, seed)
        let qualifier = dice.chance(5) ? dice.pick(Money.qualifiers) : nil
        var values = [
            Money(
                value: money, currency: dice.chance(97) ? cast.currency(of: plan.donors[0]) : nil,
                qualifier: qualifier)
        ]
        if plan.donors.count > 1 {
            let part = Decimal(Int(Double(truncating: money as NSNumber) * 0.3) / 100 * 100)
            values.append(Money(value: part, currency: cast.currency(of: plan.donors[1])))
        }
        return values.map { Value($0.text, money: $0) }
    }

    /// What its first donor promised: most are small, a few very large.
    static func money(_ plan: Plan, _ cast: Cast, _ seed: UInt64) -> Decimal {
        var dice = Dice(seed, .flow, -1 - plan.index)
        let exponent = 4 + 3.7 * dice.fraction() * dice.fraction() + dice.fraction()
        return Decimal(Int(pow(10, exponent)) / 100 * 100)
    }
}

import Foundation
import Model

/// Flows, relations and what else is said about a project.
struct TieWriting {
    let projects: ProjectWriting
    private var cast: Cast { projects.cast }
    private var seed: UInt64 { projects.seed }

    init(_ projects: ProjectWriting) { self.projects = projects }

    /// Money along the chain: what the donor promised, what it paid, and what was passed on.
    func flows(_ plan: Plan) -> [Record] {
        var dice = Dice(seed, .flow, plan.index)
        guard dice.chance(40) else { return [] }
        let (donor, doer) = (Cast.id(donor: plan.donors[0]), Cast.id(implementer: plan.implementers[0]))
        let total = ProjectWriting.money(plan, cast, seed)
        let currency = cast.currency(of: plan.donors[0])
        let through = dice.chance(25) ? Cast.id(implementer: dice.rank(of: cast.implementers)) : nil
        var flows = [flow(plan, 0, "commitment", donor, doer, through, total, currency, plan.start)]
        if dice.chance(60) {
            let part = Self.part(of: total, dice.number(20...100))
            flows.append(
                flow(plan, 1, "disbursement", donor, doer, through, part, currency, plan.start + 3))
        }
        if dice.chance(25) {
            let partner = Cast.id(implementer: dice.rank(of: cast.implementers))
            let part = Self.part(of: total, dice.number(10...50))
            if partner != doer {
                flows.append(flow(plan, 2, "expenditure", doer, partner, nil, part, currency, plan.start + 6))
            }
        }
        return flows
    }

    private static func part(of total: Decimal, _ percent: Int) -> Decimal {
        total * Decimal(percent) / 100
    }

    private func flow(
        _ plan: Plan, _ number: Int, _ kind: String, _ from: String, _ to: String, _ through: String?,
        _ value: Decimal, _ currency: String, _ month: Int
    ) -> Record {
        let money = Money(value: value, currency: currency)
        var values: [String: [Value]] = [
            "kind": [Value(kind)], "from": [Value(from)], "to": [Value(to)],
            "project": [Value(ProjectWriting.id(plan.index))], "amounts": [Value(money.text, money: money)],
            "date": [Value(DateWriting.day(month, plan.index % 28 + 1))],
        ]
        if let through, through != to { values["through"] = [Value(through)] }
        return Record(
            id: "f-\(plan.index)-\(number)", recordClass: .flow, citations: [projects.citation(plan)],
            values: values)
    }

    /// What a source says of the implementers of this project and the one before it, once in seventy projects;
    /// now and then an event, a finding, a discrepancy.
    func others(_ plan: Plan) -> [Record] {
        var dice = Dice(seed, .other, plan.index)
        var records: [Record] = []
        if plan.index > 0, dice.number(0...69) == 0 {
            let neighbour = Plan(plan.index - 1, cast, seed: seed)
            if let relation = relation(plan, neighbour, &dice) { records.append(relation) }
        }
        if dice.number(0...499) == 0 {
            records.append(
                record(
                    .event, "e", plan,
                    [
                        "title": "Steering committee, \(World.recipients[plan.country].name)",
                        "kind": "meeting", "date": DateWriting.month(plan.start + plan.months / 2),
                        "projects": ProjectWriting.id(plan.index),
                        "organisations": Cast.id(donor: plan.donors[0]),
                    ]))
        }
        if dice.number(0...999) == 0 {
            let text = "Short contracts leave little behind once the project ends."
            records.append(
                record(.finding, "n", plan, ["text": text, "about": ProjectWriting.id(plan.index)]))
        }
        if dice.number(0...999) == 0 {
            records.append(
                record(
                    .discrepancy, "d", plan,
                    [
                        "title": "The amount differs between registers", "kind": "open-point",
                        "about": ProjectWriting.id(plan.index),
                    ]))
        }
        return records
    }

    private func relation(_ plan: Plan, _ neighbour: Plan, _ dice: inout Dice) -> Record? {
        let (one, other) = (plan.implementers[0], neighbour.implementers[0])
        guard one != other else { return nil }
        var relation = record(
            .relation, "r", plan,
            [
                "kind": dice.pick(weighted: [
                    ("cooperation", 35), ("coordination", 20), ("competition", 15), ("overlap", 15),
                    ("division-of-labour", 10), ("support", 5),
                ]), "level": "implementer-implementer", "nature": "operational",
                "themes": World.id(of: World.sectors[plan.sectors[0]]),
                "places": World.id(of: World.recipients[plan.country]),
            ])
        relation.values["parties"] = [one, other].map { Value(Cast.id(implementer: $0)) }
        relation.values["projects"] = [plan, neighbour].map { Value(ProjectWriting.id($0.index)) }
        return relation
    }

    private func record(
        _ recordClass: RecordClass, _ letter: String, _ plan: Plan, _ values: [String: String]
    ) -> Record {
        Record(
            id: "\(letter)-\(plan.index)", recordClass: recordClass, citations: [projects.citation(plan)],
            values: values.mapValues { [Value($0)] })
    }
}

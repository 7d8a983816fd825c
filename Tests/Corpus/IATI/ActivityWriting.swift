import Foundation
import Model

/// Projects as IATI activities.
struct ActivityWriting {
    let cast: Cast
    let seed: UInt64

    /// What the donor publishes.
    func funded(_ plan: Plan, by donor: Publisher) -> Markup {
        var dice = Dice(seed, .project, plan.index)
        var activity = Activity(plan, donor, seed: seed)
        activity.identify(&dice)
        for giver in plan.donors {
            activity.participant("Funding", "1", Publisher(donor: giver, cast, seed), &dice)
        }
        activity.participant("Accountable", "2", donor, &dice)
        for doer in plan.implementers {
            activity.participant("Implementing", "4", Publisher(implementer: doer, cast, seed), &dice)
        }
        activity.describe(places: places(plan, &dice), sectors: plan.sectors, &dice)
        let doer = Publisher(implementer: plan.implementers[0], cast, seed)
        let total = ProjectWriting.money(plan, cast, seed)
        activity.budgets(of: total, &dice)
        activity.transaction("2", on: plan.start, total, from: donor, to: doer, &dice)
        for part in 0..<payments(plan, &dice) {
            let value = total * Decimal(dice.number(1...25)) / 100
            let month = plan.start + part * max(1, plan.months / 12)
            activity.transaction("3", on: month, value, from: donor, to: doer, linked: true, &dice)
        }
        if dice.chance(20) {
            activity.transaction("4", on: plan.start + 2, total / 50, from: donor, to: nil, &dice)
        }
        activity.attachments(&dice)
        if let programme = plan.programme {
            activity.related(donor.identifier(programme), type: "1")
        }
        if dice.chance(30) { activity.result(&dice) }
        return activity.finished
    }

    /// What an implementer publishes of the same work.
    func done(_ plan: Plan, by doer: Publisher, paid donor: Publisher) -> Markup {
        var dice = Dice(seed, .relation, plan.index)
        var activity = Activity(plan, doer, seed: seed)
        activity.identify(&dice)
        activity.participant("Funding", "1", donor, activity: donor.identifier(plan.index), &dice)
        activity.participant("Implementing", "4", doer, &dice)
        activity.describe(places: places(plan, &dice), sectors: plan.sectors, &dice)
        let total = ProjectWriting.money(plan, cast, seed)
        for part in 0..<max(1, payments(plan, &dice) / 2) {
            let value = total * Decimal(dice.number(1...25)) / 100
            activity.transaction(
                "1", on: plan.start + part * 6, value, from: donor, to: doer, linked: true, &dice)
            activity.transaction("4", on: plan.start + part * 6 + 3, value / 2, from: doer, to: nil, &dice)
        }
        activity.attachments(&dice)
        return activity.finished
    }

    private func payments(_ plan: Plan, _ dice: inout Dice) -> Int {
        dice.pick(weighted: [(dice.number(1...4), 45), (dice.number(4...12), 40), (dice.number(12...40), 15)])
    }

    private func places(_ plan: Plan, _ dice: inout Dice) -> [Countries.Country] {
        let country = World.recipients[plan.country]
        guard dice.chance(15), let neighbours = World.byRegion[country.region] else { return [country] }
        let other = dice.pick(neighbours)
        return other.code == country.code ? [country] : [country, other]
    }
}

import Foundation
import Model

/// What stands below a chain, whether it is drawn as a graph or as a tree: totals under a counting rule, what
/// the bars mean, and the cycles by name.
package struct ChainSummary: Sendable {
    let account: ChainAccount
    let names: [String: SafeText]

    package init(_ account: ChainAccount, names: [String: SafeText]) {
        self.account = account
        self.names = names
    }

    /// `total as reported: funding 1,800,000 USD; 2,000,000 EUR · left out: 6 amount unknown, 2 denied …`.
    package func totals(_ rule: CountingRule) -> SafeText {
        let totals = account.totals(rule)
        guard !totals.isEmpty else { return "total: no flow of money is told" }
        var line = "total \(rule.title.string): " + sums(totals).joined(separator: " · ").string
        let leftOut = reasons(totals)
        if !leftOut.isEmpty { line += " · left out: " + leftOut.joined(separator: ", ").string }
        if account.chain.omitted > 0 { line += " · \(account.chain.omitted) projects more are not in it" }
        return SafeText(line)
    }

    /// A text for each kind of flow: `funding 1,800,000 USD; 2,000,000 EUR = 3,368,000 EUR converted`.
    func sums(_ totals: [ChainTotal]) -> [SafeText] {
        var kinds: [String] = []
        for total in totals where !kinds.contains(total.kind) { kinds.append(total.kind) }
        return kinds.map { kind in
            let own = totals.filter { $0.kind == kind }
            let plain = own.filter { !$0.isConverted }.map { Self.amount($0).string }
            var text = kind + " " + plain.joined(separator: "; ")
            for total in own where total.isConverted {
                text += ", converted \(Self.amount(total).string)"
            }
            return SafeText(text)
        }
    }

    /// Reasons that say nothing of a rule or of what is known: they are told apart.
    static let usual: Set<ChainTotal.Reason> = [.noMoney, .onItsWay]

    /// `6 amount unknown`, for each reason that matters.
    private func reasons(_ totals: [ChainTotal]) -> [SafeText] {
        struct Entry: Hashable { let flow: Int, reason: ChainTotal.Reason }
        let entries = Set(
            (account.leftOut + totals.flatMap(\.leftOut)).map { Entry(flow: $0.flow, reason: $0.reason) })
        return ChainTotal.Reason.allCases.compactMap { reason in
            let count = entries.count { $0.reason == reason }
            return count == 0 || Self.usual.contains(reason)
                ? nil : SafeText("\(count) \(reason.words.string)")
        }
    }

    /// `1,800,000 USD`, `≈1,800,000 USD` where a figure in it is not exact; `?` where no known amount counts but
    /// an unknown one would; a rule under which no flow counts does not make a zero.
    static func amount(_ total: ChainTotal) -> SafeText {
        if total.standing == .nothing {
            return total.currency.map { SafeText("nothing in \($0)") } ?? "nothing"
        }
        return (total.isApproximate ? "≈" : "") + amount(total.value, total.currency)
    }

    /// `1,800,000 USD`; `?` when nothing is known.
    static func amount(_ value: Decimal?, _ currency: String?) -> SafeText {
        guard let value else { return currency.map { "? \($0)" } ?? "?" }
        return SafeText([figure(value), currency].compactMap { $0 }.joined(separator: " "))
    }

    /// `1,800,000`, or to the cent where there are cents.
    static func figure(_ value: Decimal) -> String {
        let text = Money.grouped(value)
        let cents = text.split(separator: ".").dropFirst().first
        return cents?.count == 1 ? text + "0" : text
    }

    /// `EC → Delegation → EC`, a text for each cycle.
    package var cycles: [SafeText] {
        account.cycles.map { cycle in
            (cycle + cycle.prefix(1)).map { names[$0] ?? SafeText($0) }.joined(separator: " → ")
        }
    }

    /// A line that names them; none without cycles.
    package var cycleLines: [SafeText] {
        let cycles = cycles
        guard !cycles.isEmpty else { return [] }
        let word: SafeText = cycles.count == 1 ? "cycle" : "\(cycles.count) cycles"
        return [word + ": " + cycles.joined(separator: "; ")]
    }

    var rates: SafeText {
        account.rates.map { $0.rates.map(\.words).joined(separator: "; ") } ?? ""
    }

    /// All of it, a line each, what matters most first; nothing where there is nothing to say.
    package func lines(_ rule: CountingRule) -> [SafeText] {
        var lines = [totals(rule)] + cycleLines
        if !rates.isEmpty { lines.append("rates: " + rates) }
        let legend = ChainBar.legend(ChainScale(account.chain))
        if !legend.isEmpty { lines.append(legend) }
        return lines
    }

    /// What another rule changes: `entry money: disbursement 5 EUR (was 7 EUR)`.
    package func change(from old: CountingRule, to new: CountingRule) -> SafeText {
        let (before, after) = (sums(account.totals(old)), sums(account.totals(new)))
        let kinds = account.totals(new).map(\.kind).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        let changes = zip(kinds, zip(before, after)).filter { $1.0 != $1.1 }.map { kind, sums in
            "\(sums.1.string) (was \(sums.0.string.dropFirst(kind.count + 1)))"
        }
        if changes.isEmpty { return "\(new.title.string): no total changes" }
        return SafeText("\(new.title.string): \(changes.joined(separator: " · "))")
    }
}

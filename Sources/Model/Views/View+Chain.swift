/// How a chain is shown and reckoned.
extension View {
    /// Whether a chain is shown as its account: totals, and what each node gets and gives on.
    package var isAccount: Bool {
        get { has(.account) }
        set { set(.account, newValue) }
    }

    /// Which flows totals count.
    package var rule: CountingRule {
        get { self[.rule].flatMap(CountingRule.init) ?? .asReported }
        set { self[.rule] = newValue == .asReported ? nil : newValue.rawValue }
    }

    /// Rates as texts, each as ``ExchangeRate`` reads it.
    package var rates: [String] {
        get { self[.rate]?.split(separator: " ").map(String.init) ?? [] }
        set { self[.rate] = newValue.isEmpty ? nil : newValue.joined(separator: " ") }
    }
}

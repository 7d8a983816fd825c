/// How an organisation spreads its projects over categories: each project weighs 1 and is spread evenly over
/// the categories that it names.
package struct Portfolio: Hashable, Sendable {
    /// By category, shares that add up to 1.
    package let shares: [Int64: Double]
    /// Projects that name a category.
    package let projects: Int

    /// From the weight of each category.
    package init(weights: [Int64: Double], projects: Int) {
        let total = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        shares = total > 0 ? weights.mapValues { $0 / total } : [:]
        self.projects = projects
    }

    /// Σ min(p, q) (Schoener 1968, 1970); nil when one of the two has no category.
    package func overlap(_ other: Portfolio) -> Double? {
        guard !shares.isEmpty, !other.shares.isEmpty else { return nil }
        return min(1, common(other).reduce(0) { $0 + min($1.0, $1.1) })
    }

    /// Σ pq / √(Σ p² Σ q²) (Pianka 1973); nil when one of the two has no category.
    package func nicheOverlap(_ other: Portfolio) -> Double? {
        guard !shares.isEmpty, !other.shares.isEmpty else { return nil }
        let product = common(other).reduce(0) { $0 + $1.0 * $1.1 }
        return min(1, product / (squares * other.squares).squareRoot())
    }

    private var squares: Double {
        shares.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
    }

    /// In the order of the categories, so that the sum is the same either way round.
    private func common(_ other: Portfolio) -> [(Double, Double)] {
        shares.keys.sorted().compactMap { key in
            guard let own = shares[key], let others = other.shares[key] else { return nil }
            return (own, others)
        }
    }
}

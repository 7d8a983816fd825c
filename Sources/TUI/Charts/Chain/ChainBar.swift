import Model

/// Amounts as bars in eighths of a cell, each in proportion to the largest of its currency in the chain.
package enum ChainBar {
    private static let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    package static func text(_ eighths: Int) -> SafeText {
        var bar = String(repeating: "█", count: eighths / 8)
        if eighths % 8 > 0 { bar.append(parts[eighths % 8 - 1]) }
        return SafeText(bar)
    }

    /// The figures of a flow, a bar before the first, which is the one that counts. Where the money only passes,
    /// the bar alone, or without one the figure.
    static func figures(_ flow: Chain.Flow, _ scale: ChainScale, cells: Int) -> [SafeText] {
        var figures = flow.carried.map { SafeText($0.short) }
        let bar = scale.eighths(flow.carried.first, cells: cells).map(text)
        if let bar, let first = figures.first { figures[0] = bar + " " + first }
        if flow.isLastHop { return figures }
        return bar.map { [$0] } ?? Array(figures.prefix(1))
    }

    /// What the bars mean: `bars: █ is 2,000,000 EUR, 1,800,000 USD`; empty when there are none.
    package static func legend(_ scale: ChainScale) -> SafeText {
        guard !scale.largest.isEmpty else { return "" }
        let largest = scale.largest.sorted { $0.key < $1.key }.map { currency, value in
            "\(Money.grouped(value)) \(currency)"
        }
        return SafeText("longest bar: " + largest.joined(separator: ", "))
    }
}

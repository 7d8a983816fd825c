import Model

/// A value a year, as bars of one character each.
package enum Sparkline {
    private static let bars: [Character] = ["▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let zero: Character = "▁"
    private static let unknown: Character = "·"

    /// `2003 ▂▃·█ 2006`; `·` where there is no value, which is not the same as zero (`▁`). Nothing for fewer than
    /// two years.
    package static func text(_ measure: Measure, _ value: KeyPath<Measure.Year, Double?> = \.possible)
        -> SafeText
    {
        let bars = bars(measure, value)
        guard !bars.isEmpty, let first = measure.series.first?.year, let last = measure.series.last?.year
        else { return "" }
        return SafeText("\(first) \(bars.string) \(last)")
    }

    /// The bars alone.
    package static func bars(_ measure: Measure, _ value: KeyPath<Measure.Year, Double?> = \.possible)
        -> SafeText
    {
        // What is not known in any year is no picture.
        guard measure.series.count > 1, measure.series.contains(where: { $0[keyPath: value] != nil }) else {
            return ""
        }
        return SafeText(bars(measure.series.map { $0[keyPath: value] }, top: top(of: measure)))
    }

    /// Shares and indices are drawn against 1, so that two of them can be compared; counts against their
    /// largest.
    private static func top(of measure: Measure) -> Double {
        switch measure.name {
        case .herfindahl, .leadShare, .topThreeShare, .share, .dependency: 1
        default: measure.series.flatMap { [$0.certain, $0.possible] }.compactMap { $0 }.max() ?? 1
        }
    }

    static func bars(_ values: [Double?], top: Double) -> String {
        String(
            values.map { value in
                guard let value else { return unknown }
                guard value > 0, top > 0 else { return zero }
                return bars[min(bars.count - 1, max(0, Int((value / top * 7).rounded(.up)) - 1))]
            })
    }
}

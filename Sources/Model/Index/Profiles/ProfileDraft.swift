/// A project that is to be compared, with what its links say of it, in their order.
struct ProfileDraft {
    let key: Int64
    /// As those of an ``Extent``.
    let days: [Day]
    private(set) var places: [Int64] = []
    private(set) var themes: [(theme: Int64, percent: Double?)] = []
    /// Whether it stands under anything.
    private(set) var isPart = false
    private(set) var implementers: [Int64] = []
    private(set) var funders: [Int64] = []

    /// What a link of a project is to its profile.
    enum Tie: Int64 {
        case place, theme, whole, implementer, funder

        /// SQL: the one that a row of `link` is; NULL for none.
        static let code = """
            CASE link.field WHEN 'places' THEN \(place.rawValue) WHEN 'themes' THEN \(theme.rawValue)
              WHEN 'part-of' THEN \(whole.rawValue) WHEN 'participants' THEN
              CASE link.role WHEN 'implementing' THEN \(implementer.rawValue) WHEN 'funding' THEN \(funder.rawValue) END
            END
            """
    }

    init(key: Int64, days: [Day]) {
        self.key = key
        self.days = days
    }

    /// - Parameter share: percent, of a theme; nil where none is said.
    mutating func add(_ tie: Tie, _ target: Int64, share: Double?) {
        switch tie {
        case .place: places.append(target)
        case .theme: themes.append((target, share))
        case .whole: isPart = true
        case .implementer: implementers.append(target)
        case .funder: funders.append(target)
        }
    }
}

/// A theme's part of a project.
struct ThemeShare: Hashable {
    let theme: Int64
    /// From 0 to 1.
    let share: Double
    /// Whether no percentage is said.
    let isAssumed: Bool

    /// Percentages as said, brought to a sum of one; a theme without one has an even part of what is left. Shares of
    /// themes that count as the same add up.
    ///
    /// - Parameter unit: as which theme a theme counts.
    /// - Returns: by theme, ascending.
    static func shares(of themes: [(theme: Int64, percent: Double?)], unit: (Int64) -> Int64)
        -> [ThemeShare]
    {
        var said: [(theme: Int64, percent: Double?)] = []
        for (theme, percent) in themes.sorted(by: { $0.theme < $1.theme }) {
            if let last = said.last, last.theme == theme {
                said[said.count - 1].percent = percent.map { $0 + (last.percent ?? 0) } ?? last.percent
            } else {
                said.append((theme, percent))
            }
        }
        let given = said.compactMap(\.percent)
        let rest = max(0, 100 - given.reduce(0, +)) / Double(max(1, said.count - given.count))
        let whole = said.reduce(0) { $0 + ($1.percent ?? rest) }
        let parts = said.map { theme, percent in
            let share = whole == 0 ? 1 / Double(said.count) : (percent ?? rest) / whole
            return ThemeShare(theme: unit(theme), share: share, isAssumed: percent == nil)
        }
        return parts.sorted { $0.theme < $1.theme }.reduce(into: []) { shares, part in
            guard let last = shares.last, last.theme == part.theme else { return shares.append(part) }
            shares[shares.count - 1] = ThemeShare(
                theme: part.theme, share: min(1, last.share + part.share),
                isAssumed: last.isAssumed || part.isAssumed)
        }
    }
}

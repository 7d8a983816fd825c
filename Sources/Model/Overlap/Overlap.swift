/// Two projects compared: the months, places and themes in which they meet, and the ties between them.
package struct Overlap: Sendable {
    /// A part of the score.
    package enum Component: String, CaseIterable, Hashable, Sendable {
        case months, place, theme, ties

        /// What the score is made of when nothing else is asked for.
        package static let usual: Set<Component> = [.months, .place, .theme]
    }

    /// The countries in which both work, and how many each works in.
    package struct PlaceOverlap: Hashable, Sendable {
        package let shared: [Int64]
        package let first: Int
        package let second: Int

        /// What part of the smaller area is shared (D. Szymkiewicz 1934, G. Simpson 1943), from 0 to 1.
        package var share: Double {
            let smaller = min(first, second)
            return smaller == 0 ? 0 : Double(shared.count) / Double(smaller)
        }
    }

    /// One theme that both work in, and what part of each it makes up, from 0 to 1.
    package struct SharedTheme: Hashable, Sendable {
        package let theme: Int64
        package let first: Double
        package let second: Double
    }

    /// From the least to the greatest value over all true dates.
    package struct Score: Hashable, Sendable {
        package let certain: Double
        package let possible: Double

        package init(certain: Double, possible: Double) {
            self.certain = certain
            self.possible = possible
        }
    }

    package let first: Profile
    package let second: Profile
    package let time: TimeOverlap
    package let place: PlaceOverlap
    package let sharedThemes: [SharedTheme]
    package let ties: [Tie]

    /// Σ min(pᵢ, qᵢ) over themes (T. Schoener 1970), from 0 to 1.
    package var theme: Double { sharedThemes.reduce(0) { $0 + min($1.first, $1.second) } }

    /// The ids of the two projects, in the order of the alphabet.
    package var projects: [String] { [first.id, second.id] }
    package var id: String { Self.id(first.id, second.id) }

    /// Nil when the two cannot meet in a month, a place or a theme.
    init?(_ one: Profile, _ other: Profile, ties: (Profile, Profile, [Int64]) -> [Tie]) {
        let (first, second) = one.id < other.id ? (one, other) : (other, one)
        guard let time = TimeOverlap(first.bounds, second.bounds) else { return nil }
        let places = common(first.places, second.places)
        let themes = Self.sharedThemes(first, second)
        guard !places.isEmpty, !themes.isEmpty else { return nil }
        self.first = first
        self.second = second
        self.time = time
        place = PlaceOverlap(shared: places, first: first.places.count, second: second.places.count)
        sharedThemes = themes
        self.ties = ties(first, second, themes.map(\.theme))
    }

    static func sharedThemes(_ first: Profile, _ second: Profile) -> [SharedTheme] {
        common(first.themes, second.themes, by: \.theme)
            .filter { $0.share > 0 && $1.share > 0 }
            .map { SharedTheme(theme: $0.theme, first: $0.share, second: $1.share) }
    }

    /// The plain product of the components that count. A tie makes the component of ties 0, none makes it 1.
    package func score(_ components: Set<Component>) -> Score {
        var rest = 1.0
        if components.contains(.place) { rest *= place.share }
        if components.contains(.theme) { rest *= theme }
        if components.contains(.ties) && isCoordinated { rest = 0 }
        guard components.contains(.months) else { return Score(certain: rest, possible: rest) }
        return Score(certain: rest * time.least, possible: rest * time.greatest)
    }

    /// The score that an overlap of the two has, without making it; nil where they cannot meet.
    static func score(
        _ one: Profile, _ other: Profile, _ components: Set<Component>,
        ties: (Profile, Profile, [Int64]) -> [Tie]
    ) -> Score? {
        // A tie may rest on the themes that they share.
        if components.contains(.ties) { return Overlap(one, other, ties: ties)?.score(components) }
        guard let shares = TimeOverlap.shares(one.bounds, other.bounds) else { return nil }
        let places = countCommon(one.places, other.places)
        var themes = 0
        var theme = 0.0
        visitCommon(one.themes, other.themes, by: \.theme) { mine, theirs in
            guard mine.share > 0 && theirs.share > 0 else { return }
            themes += 1
            theme += min(mine.share, theirs.share)
        }
        guard places > 0, themes > 0 else { return nil }
        var rest = 1.0
        if components.contains(.place) {
            rest *= Double(places) / Double(min(one.places.count, other.places.count))
        }
        if components.contains(.theme) { rest *= theme }
        guard components.contains(.months) else { return Score(certain: rest, possible: rest) }
        return Score(certain: rest * shares.least, possible: rest * shares.greatest)
    }

    /// Whether a tie makes coordination of it.
    package var isCoordinated: Bool { !ties.isEmpty }
}

extension Overlap {
    /// The id of a pair: both ids in the order of the alphabet, a plus sign between them.
    package static func id(_ one: String, _ other: String) -> String {
        one < other ? "\(one)+\(other)" : "\(other)+\(one)"
    }
}

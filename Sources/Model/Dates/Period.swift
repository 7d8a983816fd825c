/// A time span in EDTF level 1: `2006-11/2011-11`, `2007-06/` (end not said), `/2011-05` (start not said),
/// `2001/..` (open: goes on), `../2011-05`; or a single date, within which the whole span lies.
package struct Period: Hashable, Sendable {
    package enum Bound: Hashable, Sendable {
        case date(EDTFDate)
        /// The source does not say when. Not the same as going on.
        case unknown
        /// The source says that there is no bound (`..`).
        case open

        package var date: EDTFDate? {
            if case .date(let date) = self { date } else { nil }
        }
    }

    /// As it was written.
    package let text: String
    package let start: Bound
    package let end: Bound

    /// Nil when `text` is no EDTF period. One that ends before it starts is read, and told by
    /// ``endsBeforeStart``.
    package init?(_ text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch halves.count {
        case 1:
            guard let date = EDTFDate(text) else { return nil }
            start = .date(date)
            end = .date(date)
        case 2:
            guard let first = Self.bound(halves[0]), let last = Self.bound(halves[1]) else { return nil }
            guard first.date != nil || last.date != nil else { return nil }
            start = first
            end = last
        default: return nil
        }
        self.text = text
    }

    /// Whether the end lies before the start whatever the true days are.
    package var endsBeforeStart: Bool {
        guard let first = start.date, let last = end.date else { return false }
        return last.latest < first.earliest
    }

    /// The start in EDTF, or nil when it is not said.
    package var startText: String? { Self.text(start) }

    /// The end in EDTF, or nil when it is not said.
    package var endText: String? { Self.text(end) }

    private static func text(_ bound: Bound) -> String? {
        switch bound {
        case .date(let date): date.text
        case .open: ".."
        case .unknown: nil
        }
    }

    private static func bound(_ text: String) -> Bound? {
        switch text {
        case "": .unknown
        case "..": .open
        default: EDTFDate(text).map(Bound.date)
        }
    }
}

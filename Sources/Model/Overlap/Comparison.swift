/// Two projects set face to face: what is computed of them, and why it is no rivalry when it is none.
package struct Comparison: Sendable {
    /// Why two projects are not in the computed register. Plain data; the wording is the page's.
    package enum Reason: Hashable, Sendable {
        case undated(String)
        case unplaced(String)
        case unthemed(String)
        case implementerUnknown(String)
        /// A channel through which projects are paid, or a project that the sources deny.
        case noProject(String)
        /// Ids of the organisations that implement both, themselves or through a part.
        case sameImplementer([String])
        case neverMet, noCommonPlace, noCommonTheme

        /// One word for scripts.
        package var word: String {
            switch self {
            case .undated: "undated"
            case .unplaced: "unplaced"
            case .unthemed: "unthemed"
            case .implementerUnknown: "implementer-unknown"
            case .noProject: "no-project"
            case .sameImplementer: "same-implementer"
            case .neverMet: "never-met"
            case .noCommonPlace: "no-common-place"
            case .noCommonTheme: "no-common-theme"
            }
        }
    }

    package let projects: [RecordName]
    package let extents: [Extent]
    /// Nil where a component cannot be computed.
    package let overlap: Overlap?
    package let time: TimeOverlap?
    package let place: Overlap.PlaceOverlap?
    package let themes: [Overlap.SharedTheme]?
    package let ties: [Tie]
    package let profiles: [Profile]
    package let reasons: [Reason]
    /// The relations that document a rivalry between just these two.
    package let documented: [RecordName]
    /// Those between their implementers or funders that do not name the two projects.
    package let around: [RecordName]
    /// The place in the computed register, from 1, and how many are in it; nil when it is not in it or the
    /// register was not searched to its end.
    package let rank: (place: Int, of: Int)?
    /// Names of all that is meant by a key.
    package let names: [Int64: RecordName]

    package var id: String { Overlap.id(projects[0].id, projects[1].id) }

    package func names(_ keys: [Int64]) -> [RecordName] { keys.compactMap { names[$0] } }
}

extension Comparison {
    /// Whether one organisation implements both, but others pay for the one than for the other.
    package var isOfDonors: Bool {
        guard overlap != nil, profiles.count == 2, reasons.count == 1, case .sameImplementer = reasons[0]
        else {
            return false
        }
        return profiles[0].hasOtherFunders(than: profiles[1])
    }
}

/// The computed register: the pairs of projects with different implementers that meet in months, places and
/// themes, the best first; and the pairs of donors behind projects that do.
package struct OverlapRegister: Sendable {
    /// What is looked for.
    package struct Request: Hashable, Sendable {
        package var filter = Filter()
        /// Id of a record that one of the two is tied to: a project, an organisation; a theme or a place for both.
        package var subject: String?
        /// Ids of two organisations: only pairs of projects of which each pays for or implements one.
        package var between: [String] = []
        package var components = Overlap.Component.usual
        /// The least possible score that is listed; 0 lists all that is more than nothing.
        package var threshold = 0.0
        package var capacity = 500
        /// Pairs to look at before giving up: a few seconds' work. Whoever wants all narrows the search.
        package var budget = 3_000_000
        /// Whether pairs tell the relations that document them; finding these costs more than a small register.
        package var tellsDocuments = true

        package init() {}
    }

    package struct Pair: Sendable {
        package let overlap: Overlap
        package let score: Overlap.Score
        /// Ids of the relations that document a rivalry between just these two.
        package internal(set) var documented: [String] = []
    }

    /// Two donors, and the strongest pair of projects of which each pays for one.
    package struct DonorPair: Sendable {
        package let donors: [String]
        package let strongest: Overlap
        package let score: Overlap.Score
        /// How many pairs of their projects meet.
        package let meetings: Int
        /// Relations that document a rivalry of the two.
        package let documented: [String]
        /// Whether the two also pay for one project together.
        package let isCoFunding: Bool

        package var id: String { Overlap.id(donors[0], donors[1]) }
    }

    package let request: Request
    package internal(set) var pairs: [Pair]
    package let donors: [DonorPair]
    /// How many pairs of projects reached the threshold; at least so many when the search was cut short.
    package let found: Int
    /// How many have any score at all, whatever the threshold.
    package let overlapping: Int
    package let isComplete: Bool
    /// Projects under the filter, and why some of them cannot be compared.
    package let census: OverlapCensus
    /// Names of all that the pairs mean by a key.
    package internal(set) var names: [Int64: RecordName] = [:]
}

extension OverlapRegister {
    /// The places of the pairs, from 1, by their ids.
    var ranks: [String: Int] {
        Dictionary(
            pairs.enumerated().map { ($1.overlap.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Overlap {
    /// All that it names by key.
    var keys: [Int64] { first.named + second.named + ties.flatMap(\.records) }
}

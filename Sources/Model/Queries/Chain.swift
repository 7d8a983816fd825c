/// A funding chain: who gives through what to whom for what, as a graph in tiers.
package struct Chain: Sendable {
    /// The column that a node belongs to, left to right.
    package enum Tier: Int, CaseIterable, Comparable, Sendable {
        case donor, channel, implementer, project, beneficiary

        package static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }

        package var title: SafeText {
            switch self {
            case .donor: "donor"
            case .channel: "instrument / channel"
            case .implementer: "implementer"
            case .project: "project"
            case .beneficiary: "for"
            }
        }
    }

    package struct Node: Hashable, Sendable {
        /// Id of the record; unique within the chain.
        package var id: String
        package var recordClass: RecordClass
        /// Short name.
        package var name: SafeText
        package var tier: Tier

        package init(id: String, recordClass: RecordClass, name: SafeText, tier: Tier) {
            self.id = id
            self.recordClass = recordClass
            self.name = name
            self.tier = tier
        }
    }

    /// One edge. Several edges may join the same two nodes.
    package struct Flow: Hashable, Sendable {
        /// Id of the flow's record; for an edge that comes from a project's participants, the project's id.
        package var record: String
        package var from: String
        package var to: String
        /// What the edge says: `funding`, `extending`, `implementing`, `beneficiary`, or a flow's kind.
        package var role: SafeText
        /// Id of the project for which it is, if any.
        package var project: String?
        /// Amounts as attested, each figure a source gives for the same flow side by side; empty: unknown, or
        /// told at a later hop.
        package var amounts: [Money]
        /// Everyone through whom the record's money goes, from who gives it to who gets it.
        package var course: [String]
        /// Which step of the course this is, from 0.
        package var hop: Int
        /// The record's figures, at every hop: the same money passes each of them.
        package var carried: [Money]
        /// Whose word it is.
        package var reporting = Reporting.neither
        /// How it is known: `stated`, `inferred`, `reported`.
        package var known: SafeText
        /// The source says that it did not flow.
        package var isAbsent: Bool
        package var citations: [Citation]
        /// Of the transactions that it puts together; nil for what is told otherwise.
        package var transfers: Transfers?

        package init(
            record: String, from: String, to: String, role: SafeText, project: String?, amounts: [Money],
            known: SafeText, isAbsent: Bool, citations: [Citation], course: [String]? = nil, hop: Int = 0,
            carried: [Money]? = nil
        ) {
            self.record = record
            self.from = from
            self.to = to
            self.role = role
            self.project = project
            self.amounts = amounts
            self.known = known
            self.isAbsent = isAbsent
            self.citations = citations
            self.course = course ?? [from, to]
            self.hop = hop
            self.carried = carried ?? amounts
        }
    }

    /// What transactions say beside who, what kind and how much.
    package struct Transfers: Hashable, Sendable {
        package var count: Int
        package var first: Day?
        package var last: Day?
        /// What payer and receiver do not tell alike, and what is missing.
        package var remarks: [SafeText]
        /// Id of the receiver's activity that tells the same; nil when one side tells it.
        package var counterpart: String?
    }

    /// Id of the record that the chain is about.
    package var subject: String
    package var nodes: [Node]
    package var flows: [Flow]
    /// How many of the subject's projects are not in it, because there are too many.
    package var omitted = 0

    package init(subject: String, nodes: [Node], flows: [Flow]) {
        self.subject = subject
        self.nodes = nodes
        self.flows = flows
    }
}

extension Chain.Flow {
    /// The kind under which its money is counted; nil when it says who takes part, and of no money. Who
    /// extends money passes funding on.
    package var kind: String? {
        switch role.string {
        case "in-kind": nil
        case "extending": "funding"
        default: Vocabulary.flowKind.terms.contains(role.string) ? role.string : nil
        }
    }

    package var isInKind: Bool { role.string == "in-kind" }

    /// Whether the record's money arrives here, so that it is counted once.
    package var isLastHop: Bool { hop >= course.count - 2 }
}

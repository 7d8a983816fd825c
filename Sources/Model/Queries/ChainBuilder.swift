/// Puts the participants of projects and the flows between them together into one graph.
///
/// A flow's record says exactly who paid through what; where one joins two who take part in a project, the
/// participants' looser word for the same is not drawn beside it.
struct ChainBuilder {
    private let subject: String
    private var flows: [Chain.Flow] = []
    private var tiers: [String: Chain.Tier] = [:]
    private var order: [String] = []
    private var projects: [Record] = []
    /// What has been said already.
    private var stated: Set<Statement> = []
    /// Projects and those whom they are for.
    private var served: Set<Pair> = []

    private struct Pair: Hashable {
        let from: String
        let to: String
    }

    /// That something went from one to another for a project, or did not.
    private struct Statement: Hashable {
        let from: String
        let to: String
        let project: String?
        let isAbsent: Bool
    }

    init(subject: String) { self.subject = subject }

    /// Every id that the chain names so far.
    var ids: [String] { order + projects.map(\.id) + projects.flatMap(\.namedIds) }

    /// Projects come before flows: what an organisation does in a project says in which tier it stands.
    mutating func add(project: Record) {
        projects.append(project)
        for (role, tier) in Self.tiersByRole {
            for value in project.values("participants")
            where value.participant?.role == role && !value.isAbsent {
                note(value.text, tier)
                if let via = value.participant?.via { note(via, .channel) }
                if role == "beneficiary" { served.insert(Pair(from: project.id, to: value.text)) }
            }
        }
    }

    private static let tiersByRole: [(String, Chain.Tier)] = [
        ("funding", .donor), ("extending", .channel), ("implementing", .implementer),
        ("beneficiary", .beneficiary), ("partner", .implementer), ("accountable", .implementer),
    ]

    mutating func add(flow: Record) {
        guard let from = flow.text("from"), let to = flow.text("to") else { return }
        if let project = flow.text("project"), served.contains(Pair(from: project, to: to)) {
            addHelp(flow, from, project, to)
            return
        }
        let stops = Self.stops(from, flow.texts("through"), to)
        let projects = flow.texts("project").filter { $0 != to && !stops.contains($0) }
        note(from, .donor)
        for stop in flow.texts("through") { note(stop, .channel) }
        note(to, .implementer)
        let amounts = flow.values("amounts").compactMap(\.money)
        defer { state(stops, flow) }
        for (index, (start, end)) in zip(stops, stops.dropFirst()).enumerated() {
            // The figure belongs to the whole flow: it is told once, where it arrives.
            let isLast = index == stops.count - 2
            append(
                flow, start, end, flow.text("kind") ?? "funding", flow.text("project"),
                isLast ? amounts : [], flow.citations, course: (stops, index, amounts))
        }
        for project in projects {
            note(project, .project)
            if isStated(to, project, project, flow.isAbsent) { continue }
            append(flow, to, project, "implementing", project, [], flow.citations)
        }
    }

    /// Who is named twice in a row passes nothing to itself; a whole flow from one to itself stays one.
    private static func stops(_ from: String, _ through: [String], _ to: String) -> [String] {
        var stops = [from]
        for stop in through where stop != stops.last { stops.append(stop) }
        if to != stops.last || stops.count == 1 { stops.append(to) }
        return stops
    }

    /// Whoever stands in a flow is joined by it to all who stand after, and to the projects.
    private mutating func state(_ stops: [String], _ flow: Record) {
        let projects = flow.texts("project")
        for (index, from) in stops.enumerated() {
            for project in projects {
                for to in stops[(index + 1)...] + [project] {
                    stated.insert(Statement(from: from, to: to, project: project, isAbsent: flow.isAbsent))
                }
            }
        }
    }

    func isStated(_ from: String, _ to: String, _ project: String?, _ isAbsent: Bool) -> Bool {
        stated.contains(Statement(from: from, to: to, project: project, isAbsent: isAbsent))
    }

    /// Notes that something goes from one to another for a project, so that it is not drawn twice.
    mutating func state(_ from: String, _ to: String, _ project: String) {
        stated.insert(Statement(from: from, to: to, project: project, isAbsent: false))
    }

    mutating func append(_ flow: Chain.Flow) { flows.append(flow) }

    /// Who publishes an activity.
    func reporter(of activity: String) -> String? {
        projects.first { $0.id == activity }?.values("participants")
            .first { $0.participant?.role == "reporting" }?.text
    }

    /// What an implementer gives to those whom a project is for goes through the project.
    private mutating func addHelp(_ flow: Record, _ from: String, _ project: String, _ to: String) {
        let kind = flow.text("kind") ?? "beneficiary"
        let amounts = flow.values("amounts").compactMap(\.money)
        let isMoney = kind != "in-kind" && Vocabulary.flowKind.terms.contains(kind)
        let stops = isMoney ? Self.stops(from, flow.texts("through") + [project], to) : [from, project, to]
        note(from, .implementer)
        for stop in stops.dropFirst().dropLast() { note(stop, stop == project ? .project : .channel) }
        for (index, (start, end)) in zip(stops, stops.dropFirst()).enumerated() {
            let isLast = index == stops.count - 2
            append(
                flow, start, end, isMoney || isLast ? kind : "implementing", project, isLast ? amounts : [],
                flow.citations, course: isMoney ? (stops, index, amounts) : nil)
        }
    }

    func chain(names: [String: RecordName]) -> Chain {
        var complete = self
        let known = Set(projects.map(\.id))
        for project in projects { complete.addOwnActivities(project, known) }
        for project in projects { complete.addParticipants(project) }
        let used = Set(complete.flows.flatMap { [$0.from, $0.to] } + [subject])
        let nodes = complete.order.filter(used.contains).map { id in
            Chain.Node(
                id: id, recordClass: names[id]?.recordClass ?? .organisation,
                name: names[id]?.short ?? SafeText(id), tier: complete.tier(id, names[id]))
        }
        return Chain(subject: subject, nodes: nodes, flows: complete.flows)
    }

    /// Where a node was first met, but an instrument is a channel, a project is what is paid for and a place
    /// is whom it is for, wherever they were met.
    private func tier(_ id: String, _ name: RecordName?) -> Chain.Tier {
        if name?.recordClass == .place { return .beneficiary }
        guard name?.recordClass == .project else { return tiers[id] ?? .implementer }
        return name?.kind == "instrument" ? .channel : .project
    }

    // MARK: From participants

    /// Who carries out or passes on a project by an activity of its own does so for that activity, too.
    private mutating func addOwnActivities(_ project: Record, _ known: Set<String>) {
        for value in project.values("participants") where !value.isAbsent {
            guard let participant = value.participant, let activity = participant.activity,
                ["implementing", "extending"].contains(participant.role), known.contains(activity),
                activity != project.id
            else { continue }
            note(value.text, participant.role == "extending" ? .channel : .implementer)
            lead(value.text, to: activity, project.id, value.citations ?? project.citations)
        }
    }

    /// Who has an activity of its own for another, as that one's `record` tells, does so for that activity.
    mutating func lead(
        _ organisation: String, to activity: String, _ record: String, _ citations: [Citation]
    ) {
        note(activity, .project)
        guard !isStated(organisation, activity, activity, false) else { return }
        state(organisation, activity, activity)
        append(
            Chain.Flow(
                record: record, from: organisation, to: activity, role: "implementing", project: activity,
                amounts: [], known: "stated", isAbsent: false, citations: citations))
    }

    private mutating func addParticipants(_ project: Record) {
        func members(_ role: String) -> [Value] {
            project.values("participants").filter { $0.participant?.role == role }
        }
        note(project.id, .project)
        let implementers = members("implementing")
        for value in implementers {
            note(value.text, .implementer)
            append(project, value.text, project.id, "implementing", value)
        }
        let channels = members("extending")
        for value in channels { note(value.text, .channel) }
        for value in members("funding") {
            note(value.text, .donor)
            addFunding(value, project, channels: channels, implementers: implementers)
        }
        for role in ["partner", "accountable"] {
            for value in members(role) {
                note(value.text, .implementer)
                append(project, value.text, project.id, role, value)
            }
        }
        for value in members("beneficiary") {
            note(value.text, .beneficiary)
            append(project, project.id, value.text, "beneficiary", value)
        }
        for value in project.values("places") {
            note(value.text, .beneficiary)
            append(project, project.id, value.text, "where", value)
        }
    }

    /// Donor → channel → implementer, or straight to the project when nobody is said to implement it.
    private mutating func addFunding(
        _ funder: Value, _ project: Record, channels: [Value], implementers: [Value]
    ) {
        let receivers = implementers.filter { !$0.isAbsent }.map(\.text)
        let targets = receivers.isEmpty ? [project.id] : receivers
        var steps: [String] = []
        if let via = funder.participant?.via {
            note(via, .channel)
            steps = [via]
        } else {
            steps = channels.filter { !$0.isAbsent && $0.text != funder.text }.map(\.text)
        }
        if steps.isEmpty || funder.isAbsent {
            for target in targets { append(project, funder.text, target, "funding", funder) }
            return
        }
        for step in steps {
            append(project, funder.text, step, "funding", funder)
            for target in targets { append(project, step, target, "extending", funder) }
        }
    }

    // MARK: Edges

    private mutating func append(
        _ project: Record, _ from: String, _ to: String, _ role: String, _ value: Value
    ) {
        // Of several funders none gave the whole.
        let isWhole = role == "funding" && to == project.id && project.funders.count == 1
        // Of what transactions add up to, the transactions themselves are told.
        let amounts = isWhole ? project.values("amounts").compactMap(\.money).filter { $0.kind == nil } : []
        append(
            project, from, to, role, project.id, amounts, value.citations ?? project.citations,
            isAbsent: value.isAbsent)
    }

    private mutating func append(
        _ record: Record, _ from: String, _ to: String, _ role: String, _ project: String?,
        _ amounts: [Money], _ citations: [Citation], isAbsent: Bool = false,
        course: (stops: [String], hop: Int, carried: [Money])? = nil
    ) {
        let isAbsent = isAbsent || record.isAbsent
        // Who takes part in its own project gives itself nothing; what a flow's record says is told.
        guard from != to || course != nil else { return }
        // Between two ends one edge is enough for each project, the first and most exact.
        if record.recordClass == .project, isStated(from, to, project, isAbsent) { return }
        stated.insert(Statement(from: from, to: to, project: project, isAbsent: isAbsent))
        flows.append(
            Chain.Flow(
                record: record.id, from: from, to: to, role: SafeText(role), project: project,
                amounts: amounts, known: SafeText(citations.first?.basis.rawValue ?? "stated"),
                isAbsent: isAbsent, citations: citations, course: course?.stops, hop: course?.hop ?? 0,
                carried: course?.carried))
    }

    /// The first tier in which a node is met stays.
    mutating func note(_ id: String, _ tier: Chain.Tier) {
        guard tiers[id] == nil else { return }
        order.append(id)
        tiers[id] = tier
    }
}

extension Record {
    /// Those who fund a project and are not said not to.
    fileprivate var funders: [Value] {
        values("participants").filter { $0.participant?.role == "funding" && !$0.isAbsent }
    }
}

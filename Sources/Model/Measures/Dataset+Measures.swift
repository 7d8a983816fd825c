extension Dataset {
    /// The organisations whose measures `view` shows: none, one or two.
    package func measuredOrganisations(_ view: View) throws -> [RecordName] {
        guard let subject = view.subject else { return [] }
        var named = try names(of: [subject]).map(\.value)
        if named.isEmpty, let (one, other) = try pair(subject) {
            named = subject.hasPrefix(one.id) ? [one, other] : [other, one]
        }
        guard !named.isEmpty, named.allSatisfy({ $0.recordClass == .organisation }) else {
            throw LookupError.unknown(subject, [])
        }
        return named
    }

    /// The measures that `view` asks for.
    package func measures(_ view: View) throws -> [Measure] {
        let builder = try MeasureBuilder(self, view.filter, view.measureBasis)
        let subjects = try measuredOrganisations(view).compactMap { name in
            try organisationKey(name.id).map { MeasureBuilder.Actor(name: name, key: $0) }
        }
        let wanted = Wanted(name: view.measure, level: view.measureLevel)
        let all: [Measure]
        switch subjects.count {
        case 0: all = try fieldMeasures(builder, view.filter, wanted)
        case 1: all = try measures(builder, of: subjects[0], view.filter, wanted)
        default: all = try builder.pair(subjects[0], subjects[1])
        }
        // Of an organisation, what it is not (a donor, an implementer) is told only when asked for.
        return all.filter {
            wanted.has($0.name, $0.level) && (subjects.count != 1 || wanted.name != nil || $0.value != nil)
        }
    }

    /// Which measures are asked for, so that no other is computed.
    private struct Wanted {
        let name: MeasureName?
        let level: Measure.Level?

        func has(_ name: MeasureName, _ level: Measure.Level) -> Bool {
            (self.name == nil || self.name == name) && (self.level == nil || self.level == level)
        }

        func has(_ names: [MeasureName], _ level: Measure.Level) -> Bool {
            names.contains { has($0, level) }
        }
    }

    private static let concentrations: [MeasureName] = [
        .actors, .herfindahl, .effectiveNumber, .leadShare, .topThreeShare,
    ]

    private func fieldMeasures(_ builder: MeasureBuilder, _ filter: Filter, _ wanted: Wanted) throws
        -> [Measure]
    {
        var measures: [Measure] = []
        if wanted.has(.projects, .register) { measures.append(builder.register()) }
        // Of the dataset as a whole: a filter would look for pairs that it has taken apart.
        if wanted.has(.documentedFound, .register) && filter.isEmpty {
            measures.append(try builder.agreement())
        }
        if wanted.has(Self.concentrations, .donor) { measures += try builder.concentration(.donor) }
        if wanted.has(.withdrawal, .donor) { measures += try builder.withdrawals(8) }
        if wanted.has(Self.concentrations, .implementer) {
            measures += try builder.concentration(.implementer)
        }
        if wanted.has(.presence, .implementer) { measures.append(try builder.presence()) }
        if wanted.has(.dependency, .implementer) {
            for actor in try actors(builder, .implementer, 12) {
                measures.append(try builder.dependency(of: actor.name, actor.key))
            }
        }
        if wanted.has([.betweenness, .inDegree, .outDegree], .graph) {
            let facts = try graphFacts(builder.field, filter)
            for (name, count) in [(MeasureName.betweenness, 5), (.inDegree, 3), (.outDegree, 3)]
            where wanted.has(name, .graph) {
                measures += try builder.leaders(name, count, facts)
            }
        }
        if wanted.has(MeasureName.matrices, .pair) { measures += try likest(builder, filter, wanted) }
        return measures
    }

    private func measures(
        _ builder: MeasureBuilder, of actor: MeasureBuilder.Actor, _ filter: Filter, _ wanted: Wanted
    ) throws -> [Measure] {
        var measures: [Measure] = []
        for role in [MeasuredField.Role.donor, .implementer] where wanted.has(.share, role.level) {
            if let share = try builder.share(of: actor.name, actor.key, role) { measures.append(share) }
        }
        if wanted.has(.dependency, .implementer) {
            measures.append(try builder.dependency(of: actor.name, actor.key))
        }
        if wanted.has(.withdrawal, .donor) { measures.append(try builder.withdrawal(of: actor)) }
        if wanted.has([.inDegree, .outDegree, .betweenness], .graph) {
            let facts = try graphFacts(builder.field, filter)
            measures += try builder.centrality(of: actor, facts)
        }
        if wanted.has(MeasureName.matrices + [.jointPresence], .pair) {
            for other in try mostAlike(to: actor, builder, filter, 5) {
                measures += try builder.pair(actor, other)
            }
        }
        return measures
    }

    /// Those with most projects in a role, as named.
    func actors(_ builder: MeasureBuilder, _ role: MeasuredField.Role, _ count: Int) throws
        -> [MeasureBuilder.Actor]
    {
        try ranked(Shares(builder.field.projects, role).holders.map { ($0.key, $0.weight) }, count)
    }

    /// Organisations whose themes are most like those of one, in the role in which it stands.
    func mostAlike(
        to actor: MeasureBuilder.Actor, _ builder: MeasureBuilder, _ filter: Filter, _ count: Int
    ) throws -> [MeasureBuilder.Actor] {
        let field = builder.field
        let implementers = field.named(.implementer)
        let stands = implementers.contains { field.isWithin($0, actor.key) }
        let role: ComparedRole = stands ? .implementer : .donor
        let portfolios = try portfolios(.themes, role, filter)
        guard let own = portfolios[actor.key] else { return [] }
        let peers = (stands ? implementers : field.named(.donor)).filter { peer in
            !field.isWithin(peer, actor.key) && !field.isWithin(actor.key, peer)
        }
        let alike = peers.compactMap { peer in
            portfolios[peer].flatMap(own.overlap).map { (peer, $0) }
        }
        return try ranked(alike.filter { $0.1 > 0 }, count)
    }

    /// The organisations with the highest values; of equal ones those whose names come first, so that the
    /// choice does not hang on the order of the records.
    func ranked(_ values: [(key: Int64, value: Double)], _ count: Int) throws -> [MeasureBuilder.Actor] {
        let sorted = values.sorted { $0.value > $1.value }
        guard count > 0, let last = sorted.prefix(count).last?.value else { return [] }
        // Sums of the same fractions in another order differ in their last digits.
        let candidates = sorted.prefix { $0.value > last - 1e-9 }
        let names = try names(ofKeys: candidates.map(\.key))
        let actors = candidates.compactMap { key, value in
            names[key].map { (MeasureBuilder.Actor(name: $0, key: key), (value * 1e9).rounded()) }
        }
        return actors.sorted {
            ($1.1, $0.0.name.title, $0.0.name.id) < ($0.1, $1.0.name.title, $1.0.name.id)
        }.prefix(count).map(\.0)
    }

    /// The pairs of implementers whose themes are most alike.
    private func likest(_ builder: MeasureBuilder, _ filter: Filter, _ wanted: Wanted) throws -> [Measure] {
        let actors = try actors(builder, .implementer, OverlapMatrix.most)
        let name = wanted.name ?? .themeOverlap
        let category: PortfolioCategory =
            name == .countryOverlap || name == .countryNicheOverlap ? .countries : .themes
        let portfolios = try portfolios(category, .implementer, filter, of: actors.map(\.key))
        var pairs: [(MeasureBuilder.Actor, MeasureBuilder.Actor, Double)] = []
        for (index, first) in actors.enumerated() {
            for second in actors[(index + 1)...] {
                let isNested =
                    builder.field.isWithin(first.key, second.key)
                    || builder.field.isWithin(second.key, first.key)
                guard !isNested, let one = portfolios[first.key], let other = portfolios[second.key],
                    let value = OverlapMatrix.value(name, one, other), value > 0
                else { continue }
                let (left, right) = first.name.title < second.name.title ? (first, second) : (second, first)
                pairs.append((left, right, value))
            }
        }
        let best = pairs.sorted {
            ($1.2, $0.0.name.title, $0.1.name.title) < ($0.2, $1.0.name.title, $1.1.name.title)
        }.prefix(10)
        return try best.flatMap { first, second, _ in
            try builder.overlaps(category, first, second, .implementer, portfolios).filter { $0.name == name }
        }
    }

    /// The funding graph, kept for the dataset as a whole.
    func graphFacts(_ field: MeasuredField, _ filter: Filter) throws -> GraphFacts {
        guard filter.isEmpty else { return GraphFacts(try fundingGraph(field, filter)) }
        return try fieldMemory.facts { GraphFacts(try fundingGraph(field, filter)) }
    }
}

/// Projects that follow each other in one lane, in their order, with a row for what lies between two; then
/// those of which only a follow-up is spoken of, then the others.
struct SuccessionLanes {
    let lanes: [Timeline.Lane]

    /// - Parameters:
    ///   - rows: in the order in which rows without an order of their own stand.
    ///   - steps: of which those that the sources deny make no lane.
    init(_ rows: [Timeline.Row], _ steps: [ContinuityStep]) {
        let index = Dictionary(
            rows.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var rows = rows
        var edges: [(from: Int, to: Int)] = []
        for step in steps where !step.isAbsent {
            guard let from = index[step.from.id] else { continue }
            if step.to == nil { rows[from].followUps.append(step.kind) }
            guard let to = step.to.flatMap({ index[$0.id] }), to != from else { continue }
            edges.append((from, to))
        }
        let order = Self.order(rows.count, edges)
        let before = Dictionary(grouping: edges, by: \.to).mapValues { $0.map(\.from) }
        let after = Dictionary(grouping: edges, by: \.from).mapValues { $0.map(\.to) }
        let lanes = Self.components(rows.count, edges).map { members in
            Self.lane(members.sorted { order[$0] < order[$1] }, rows, before, after)
        }
        let isLinked = Set(edges.flatMap { [$0.from, $0.to] })
        let alone = rows.indices.filter { !isLinked.contains($0) }.map { rows[$0] }
        let spoken = Timeline.Lane(
            id: "follow-up", title: "a follow-up is spoken of, no successor named",
            rows: alone.filter { !$0.followUps.isEmpty })
        let others = Timeline.Lane(
            id: "unknown", title: "no predecessor or successor here", rows: alone.filter(\.followUps.isEmpty))
        self.lanes = lanes + [spoken, others].filter { !$0.rows.isEmpty }
    }

    /// Each project's place, predecessors first. A cycle is entered at its project that stands first.
    ///
    /// Source: A. Kahn, *Topological sorting of large networks*, Communications of the ACM 5 (1962).
    private static func order(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
        var next: [[Int]] = Array(repeating: [], count: count)
        var waiting = Array(repeating: 0, count: count)
        for edge in edges {
            next[edge.from].append(edge.to)
            waiting[edge.to] += 1
        }
        var order = Array(repeating: -1, count: count)
        var placed = 0
        // A project's turn comes with its last predecessor; who is still waiting at the end stands in a cycle.
        var ready = Array((0..<count).filter { waiting[$0] == 0 }.reversed())
        var entry = 0
        while placed < count {
            guard let project = ready.popLast() else {
                while order[entry] >= 0 { entry += 1 }
                ready = [entry]
                continue
            }
            guard order[project] < 0 else { continue }
            order[project] = placed
            placed += 1
            for follower in next[project].reversed() {
                waiting[follower] -= 1
                if waiting[follower] == 0 { ready.append(follower) }
            }
        }
        return order
    }

    /// Projects that are tied by steps, each set by its first project.
    private static func components(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [[Int]] {
        var parent = Array(0..<count)
        func root(_ member: Int) -> Int {
            var member = member
            while parent[member] != member {
                parent[member] = parent[parent[member]]
                member = parent[member]
            }
            return member
        }
        for edge in edges {
            let (one, other) = (root(edge.from), root(edge.to))
            parent[max(one, other)] = min(one, other)
        }
        let isLinked = Set(edges.flatMap { [$0.from, $0.to] })
        var members: [Int: [Int]] = [:]
        for project in isLinked.sorted() { members[root(project), default: []].append(project) }
        return members.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func lane(
        _ members: [Int], _ rows: [Timeline.Row], _ before: [Int: [Int]], _ after: [Int: [Int]]
    ) -> Timeline.Lane {
        var placed: Set<Int> = []
        var lane: [Timeline.Row] = []
        for member in members {
            let above = lane.last?.id
            for from in before[member] ?? [] where placed.contains(from) {
                lane.append(between(rows[from], rows[member], isNext: above == rows[from].id))
            }
            lane.append(rows[member])
            placed.insert(member)
            // Back to one that stands above: a cycle.
            for to in after[member] ?? [] where placed.contains(to) {
                lane.append(between(rows[member], rows[to], isNext: false))
            }
        }
        let title = members.map { rows[$0].name.fitted(to: 32) }.joined(separator: " → ")
        return Timeline.Lane(id: rows[members[0]].id, title: title, rows: lane)
    }

    /// - Parameter isNext: whether the two rows stand right above and below it.
    private static func between(_ from: Timeline.Row, _ to: Timeline.Row, isNext: Bool) -> Timeline.Row {
        let title = from.name + " → " + to.name
        let between = Timeline.Between(
            first: from.id, second: to.id, from: from.extent, to: to.extent, title: title)
        let name = isNext ? between.gap.words : between.gap.words + ", " + title
        var row = Timeline.Row(
            id: "\(from.id)+\(to.id)", name: name, title: title, owner: "", extent: .unknown, start: nil,
            end: nil)
        row.between = between
        return row
    }
}

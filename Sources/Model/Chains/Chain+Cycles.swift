extension Chain {
    /// Cycles through which what is given comes back to the giver, each as its nodes in the direction of the
    /// flows: for every arc that must be turned round so that none is left, a shortest one that it closes.
    /// What a source denies closes none.
    package var cycles: [[String]] {
        struct Pair: Hashable { let from, to: Int }
        var numbers: [String: Int] = [:]
        for node in nodes where numbers[node.id] == nil { numbers[node.id] = numbers.count }
        var loops: [Int] = []
        var arcs: [(from: Int, to: Int)] = []
        var seen: Set<Pair> = []
        for flow in flows where !flow.isAbsent {
            guard let from = numbers[flow.from], let to = numbers[flow.to],
                seen.insert(Pair(from: from, to: to)).inserted
            else { continue }
            if from == to { loops.append(from) } else { arcs.append((from, to)) }
        }
        var ids = Array(repeating: "", count: numbers.count)
        var tiers = Array(repeating: 0, count: numbers.count)
        for node in nodes {
            guard let number = numbers[node.id], ids[number].isEmpty else { continue }
            ids[number] = node.id
            tiers[number] = node.tier.rawValue
        }
        let rings = loops.map { [$0] } + CycleBreaking(arcs: arcs, ranks: tiers).cycles
        return rings.map { $0.map { ids[$0] } }
    }
}

/// Which extracts bear an identifier that another bears too. Of each extract it holds two numbers.
struct Occurrences {
    private var pairs: [(hash: Int, key: Int64)] = []

    /// Extracts with one identifier: the first, and one that comes later.
    struct Repeat: Hashable {
        let first: Int64
        let later: Int64
    }

    mutating func add(_ identifier: String?, _ key: Int64) {
        // Seeded anew in each process: nobody can publish identifiers that meet.
        if let identifier { pairs.append((identifier.hashValue, key)) }
    }

    /// Forgets the extracts with keys above one.
    mutating func forget(after key: Int64) {
        while let last = pairs.last, last.key > key { pairs.removeLast() }
    }

    /// The extracts that repeat an identifier, by the first that bears it and then in their order. `identifier`
    /// gives that of an extract: those whose hashes are equal are compared.
    consuming func repeats(_ identifier: (Int64) throws -> String?) rethrows -> [Repeat] {
        pairs.sort { ($0.hash, $0.key) < ($1.hash, $1.key) }
        var found: [Repeat] = []
        var start = 0
        while start < pairs.count {
            var end = start + 1
            while end < pairs.count, pairs[end].hash == pairs[start].hash { end += 1 }
            if end - start > 1 {
                var firsts: [String: Int64] = [:]
                for pair in pairs[start..<end] {
                    guard let name = try identifier(pair.key) else { continue }
                    if let first = firsts[name] {
                        found.append(Repeat(first: first, later: pair.key))
                    } else {
                        firsts[name] = pair.key
                    }
                }
            }
            start = end
        }
        found.sort { ($0.first, $0.later) < ($1.first, $1.later) }
        return found
    }
}

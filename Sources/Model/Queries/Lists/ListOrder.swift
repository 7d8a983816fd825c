import GRDB

/// A list in its order, under a selection: found in the index's vectors at any place, without a sort and without
/// a look at the records before it.
struct ListOrder {
    /// A vector, of which only some keys are in the list.
    private struct Part {
        let vector: ListVector
        let keys: KeySet?
    }

    private let vectors: ListVectors
    private let parts: [Part]

    /// - Parameters:
    ///   - months: those of the filter.
    ///   - keys: what the filter lets through; nil for all.
    init(
        _ db: Database, _ recordClass: RecordClass, sort: View.Sort, months: MonthSpan?, keys: KeySet?
    ) throws {
        vectors = try ListVectors(db, recordClass)
        let vector = ListVector.order(column: sort.key, isDescending: sort.isDescending)
        guard sort.key == Column.ranKey, let months, let keys else {
            parts = [Part(vector: vector, keys: keys)]
            return
        }
        // What certainly ran then goes before what possibly did.
        var certain = try Selection.certain(vectors, months)
        certain.formIntersection(keys)
        var possible = keys
        possible.subtract(certain)
        let both = [Part(vector: vector, keys: certain), Part(vector: vector, keys: possible)]
        parts = sort.isDescending ? both.reversed() : both
    }

    /// The keys from `offset`, at most `limit`; all when it is negative.
    func keys(_ offset: Int, _ limit: Int) throws -> [Int32] {
        var found: [Int32] = []
        var offset = max(0, offset)
        for part in parts where limit < 0 || found.count < limit {
            let wanted = limit < 0 ? Int.max : limit - found.count
            guard let keys = part.keys else {
                found += try vectors.items(part.vector, offset, wanted == .max ? -1 : wanted)
                continue
            }
            guard offset < keys.count else {
                offset -= keys.count
                continue
            }
            var place = 0
            var taken = 0
            try vectors.each(part.vector) { page in
                for key in page where keys.contains(Int64(key)) {
                    if place >= offset {
                        found.append(key)
                        taken += 1
                        if taken == wanted { return false }
                    }
                    place += 1
                }
                return place < keys.count
            }
            offset = 0
        }
        return found
    }

    /// The place of a key; nil when it is not in the list.
    func position(of key: Int32) throws -> Int? {
        var before = 0
        for part in parts {
            guard part.keys?.contains(Int64(key)) != false else {
                before += part.keys?.count ?? 0
                continue
            }
            var place: Int?
            var passed = before
            try vectors.each(part.vector) { page in
                let end = page.firstIndex(of: key)
                passed +=
                    part.keys.map { keys in page[..<(end ?? page.count)].count { keys.contains(Int64($0)) } }
                    ?? end ?? page.count
                if end != nil { place = passed }
                return end == nil
            }
            if let place { return place }
            before = passed
        }
        return nil
    }
}

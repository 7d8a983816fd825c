import GRDB
import Synchronization

/// The records of a class that a filter lets through, as a set: found once for all that a view asks of them.
struct Selection {
    private let db: Database
    private let recordClass: RecordClass
    private let vectors: ListVectors

    init(_ db: Database, _ recordClass: RecordClass) throws {
        self.db = db
        self.recordClass = recordClass
        vectors = try ListVectors(db, recordClass)
    }

    /// What passes `filter`; nil when it lets all through.
    func keys(_ filter: Filter) throws -> KeySet? {
        var keys: KeySet?
        func narrow(_ other: KeySet) {
            if keys == nil { keys = other } else { keys?.formIntersection(other) }
        }
        for (dimension, ids) in filter.ties where !ids.isEmpty { narrow(try tied(dimension, ids)) }
        for (field, term) in [("kind", filter.kind), ("status", filter.status)] {
            if let term { narrow(try termed(field, term)) }
        }
        if filter.from != nil || filter.to != nil {
            // A time that ends before it begins holds nothing.
            narrow(try filter.months.map(running) ?? KeySet())
        }
        if let text = filter.text, let pattern = Filter.searchPattern(text) {
            if keys == nil { keys = try all() }
            narrow(try matching(pattern))
        }
        return keys
    }

    /// All of the class.
    func all() throws -> KeySet {
        var keys = KeySet()
        try vectors.each(.keys) { page in
            for key in page { keys.insert(Int64(key)) }
            return true
        }
        return keys
    }

    /// Tied to one of `ids`, directly or through what stands inside it.
    private func tied(_ dimension: Filter.Dimension, _ ids: [String]) throws -> KeySet {
        let targets = try SQLRequest<Int64>(literal: "SELECT key FROM record WHERE id IN \(ids)").fetchAll(db)
        return try targets.reduce(into: KeySet()) { keys, target in
            try gather(
                "SELECT record FROM facet WHERE dimension = ? AND target = ? AND class = ?",
                [dimension.number, target, recordClass.number], into: &keys)
        }
    }

    private func termed(_ field: String, _ term: String) throws -> KeySet {
        var keys = KeySet()
        try gather(
            "SELECT key FROM record WHERE class = ? AND \(field) = ?", [recordClass.rawValue, term],
            into: &keys)
        return keys
    }

    private func matching(_ pattern: String) throws -> KeySet {
        var keys = KeySet()
        try gather("SELECT rowid FROM search WHERE search MATCH ?", [pattern], into: &keys)
        return keys
    }

    private func gather(_ sql: String, _ arguments: StatementArguments, into keys: inout KeySet) throws {
        var found = keys
        try KeyPairs.each(db, sql, arguments) { key, _ in found.insert(key) }
        keys = found
    }

    // MARK: Time

    /// Records with dates of their own must possibly have run in `months`; the others must be tied to a project
    /// that possibly did. What has no date at all cannot be said to have, and is left out.
    private func running(in months: MonthSpan) throws -> KeySet {
        let days = (months.first.firstDay, months.last.lastDay)
        var keys = KeySet()
        var dated = KeySet()
        try vectors.eachExtent { key, extent in
            guard extent.isDated else { return }
            if extent.meets(days.0, days.1) { keys.insert(Int64(key)) }
            if !recordClass.isDated { dated.insert(Int64(key)) }
        }
        guard !recordClass.isDated else { return keys }
        var projects = KeySet()
        try ListVectors(db, .project).eachExtent { key, extent in
            if extent.isDated, extent.meets(days.0, days.1) { projects.insert(Int64(key)) }
        }
        try KeyPairs.each(
            db, "SELECT target, record FROM facet WHERE dimension = ? AND class = ?",
            [Filter.Dimension.project.number, recordClass.number]
        ) { project, record in
            if projects.contains(project), !dated.contains(record) { keys.insert(record) }
        }
        return keys
    }

    /// Those that certainly ran in one of `months`.
    static func certain(_ vectors: ListVectors, _ months: MonthSpan) throws -> KeySet {
        let (first, last) = (months.first.firstDay, months.last.lastDay)
        var keys = KeySet()
        try vectors.eachExtent { key, extent in
            if extent.startLatest <= last && extent.endEarliest >= first { keys.insert(Int64(key)) }
        }
        return keys
    }
}

extension Extent {
    /// Whether what is known leaves room for a day from `first` to `last`.
    fileprivate func meets(_ first: Day, _ last: Day) -> Bool {
        startEarliest <= last && endLatest >= first
    }
}

/// The selections that were asked for last: a list, its count, its facets and its charts ask for the same.
final class SelectionMemory: Sendable {
    private struct Question: Hashable {
        let recordClass: RecordClass
        let filter: Filter
    }

    private let known = Mutex<[(question: Question, keys: KeySet?)]>([])
    private static let capacity = 8

    func keys(_ recordClass: RecordClass, _ filter: Filter, _ find: () throws -> KeySet?) rethrows -> KeySet?
    {
        guard !filter.isEmpty else { return nil }
        let question = Question(recordClass: recordClass, filter: filter)
        if let keys = known.withLock({ known in known.first { $0.question == question } }) {
            return keys.keys
        }
        let keys = try find()
        known.withLock { known in
            known.insert((question, keys), at: 0)
            if known.count > Self.capacity { known.removeLast() }
        }
        return keys
    }
}

extension Dataset {
    /// The keys of the records of a class that `filter` lets through; nil when it lets all through.
    func selection(_ db: Database, _ recordClass: RecordClass, _ filter: Filter) throws -> KeySet? {
        try selectionMemory.keys(recordClass, filter) {
            try Selection(db, recordClass).keys(filter)
        }
    }
}

import GRDB
import Testing

@testable import Model

@Suite("Lists from the index's vectors")
struct ListOrderTests {
    private let dataset: Dataset

    init() throws { dataset = try PlainList.corpus() }

    @Test(
        "every column gives the order that a sort of all rows gives, up and down",
        arguments: RecordClass.allCases)
    func columns(_ recordClass: RecordClass) throws {
        let plain = PlainList(dataset: dataset, recordClass: recordClass, filter: Filter())
        for column in recordClass.columns {
            for isDescending in [false, true] {
                let sort = View.Sort(column.key, descending: isDescending)
                #expect(try dataset.list(recordClass, sort: sort).ids() == plain.ids(sort), "\(sort)")
            }
        }
    }

    @Test(
        "filtered lists, their counts, windows and places agree with plain conditions",
        arguments: RecordClass.allCases)
    func filtered(_ recordClass: RecordClass) throws {
        var generator = SeededGenerator(seed: 11)
        for filter in try PlainList.filters(dataset, &generator, 40) {
            let plain = PlainList(dataset: dataset, recordClass: recordClass, filter: filter)
            let columns = dataset.list(recordClass, filter: filter).columns
            let sort = View.Sort(
                generator.pick(columns.map(\.key), or: ""), descending: generator.once(in: 2))
            let list = dataset.list(recordClass, filter: filter, sort: sort)
            let ids = try plain.ids(list.sort)
            #expect(try list.ids() == ids, "\(filter.parts) \(sort)")
            #expect(try list.count() == ids.count)
            let offset = generator.number(0...max(1, ids.count))
            #expect(try list.rows(offset, 7).map(\.id) == Array(ids.dropFirst(offset).prefix(7)))
            if let id = ids.randomElement(using: &generator) {
                #expect(try list.position(of: id) == ids.firstIndex(of: id))
            }
        }
    }

    @Test("a list's windows, counts and places go through no table")
    func plans() throws {
        let statements = try dataset.traced {
            for recordClass in RecordClass.allCases {
                for column in recordClass.columns {
                    let list = dataset.list(recordClass, sort: View.Sort(column.key, descending: true))
                    let rows = try list.rows(10, 5)
                    _ = try list.count()
                    _ = try rows.first.map { try list.position(of: $0.id) }
                }
            }
            for filter in [Filter().adding(.donor, "donor-0"), Filter().adding(.country, "kg")] {
                let list = dataset.list(.project, filter: filter)
                _ = try list.rows(0, 5)
                _ = try list.count()
            }
        }
        #expect(!statements.isEmpty)
        for (sql, plan) in try dataset.plans(of: statements) {
            let scans = plan.filter { $0.contains("SCAN") && !$0.contains("SCAN json_each") }
            #expect(scans.allSatisfy { $0.hasPrefix("SCAN (subquery") }, "\(sql): \(plan)")
        }
    }
}

extension Dataset {
    /// The statements that run while `body` does.
    func traced(_ body: () throws -> Void) throws -> Set<String> {
        let log = StatementLog()
        try read { db in db.trace { log.add($0) } }
        try body()
        try read { db in db.trace(options: []) }
        return log.statements.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("WITH") }
    }

    /// How SQLite runs them, a line a step.
    func plans(of statements: Set<String>) throws -> [(sql: String, plan: [String])] {
        try read { db in
            try statements.sorted().map { sql in
                (sql, try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] })
            }
        }
    }
}

/// Statements as they come, from the connection's thread.
private final class StatementLog: @unchecked Sendable {
    private(set) var statements = Set<String>()

    func add(_ event: Database.TraceEvent) {
        if case .statement(let statement) = event { statements.insert(statement.expandedSQL) }
    }
}

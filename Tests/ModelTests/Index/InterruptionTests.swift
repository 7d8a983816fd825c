import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Interrupting a dataset")
struct InterruptionTests {
    /// Runs for hours if nobody ends it.
    private let endless = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
        """

    @Test("A query that runs is ended from another thread, and what follows is refused until it is lifted")
    func running() throws {
        let dataset = try SampleDossier.dataset()
        // A thread of its own: those of tasks may all be waiting for something else.
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.05)
            dataset.interrupt()
        }
        #expect(throws: DatasetError.cancelled) {
            try dataset.read { _ = try Int.fetchOne($0, sql: endless) }
        }
        #expect(throws: DatasetError.cancelled) { try dataset.list(.project).count() }
        dataset.resume()
        #expect(try dataset.list(.project).count() > 0)
    }

    @Test("What is asked for between the check and the statement's first step is not lost")
    func between() throws {
        let dataset = try SampleDossier.dataset()
        #expect(throws: DatasetError.cancelled) {
            try dataset.read { db in
                dataset.interrupt()
                _ = try Int.fetchOne(db, sql: endless)
            }
        }
    }
}

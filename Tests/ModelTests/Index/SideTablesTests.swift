import GRDB
import Testing

@testable import Model

@Suite("Tables filled on the side")
struct SideTablesTests {
    private let folder: TemporaryFolder
    private let place: IndexCompiler.Place

    init() throws {
        folder = try TemporaryFolder()
        place = IndexCompiler.Place(
            index: "\(folder.path)/a b%?.index", draft: "\(folder.path)/a b%?.index.draft")
    }

    /// A database with the numbers 1 to 5, and tables for their squares.
    private func squares(at path: String?) throws -> DatabaseQueue {
        let configuration = Dataset.configuration(for: path == nil ? .writingInMemory : .writingFile)
        let queue =
            try path.map { try DatabaseQueue(path: $0, configuration: configuration) }
            ?? DatabaseQueue(configuration: configuration)
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE given (n INTEGER PRIMARY KEY) STRICT;
                    INSERT INTO given VALUES (1), (2), (3), (4), (5);
                    CREATE TABLE square (n INTEGER NOT NULL, text TEXT, PRIMARY KEY (n)) WITHOUT ROWID, STRICT;
                    CREATE TABLE other (n INTEGER) STRICT;
                    """)
        }
        return queue
    }

    @Test(
        "They read the rows there are, and come with their indexes, in a file as in memory",
        arguments: [true, false])
    func filled(isFile: Bool) throws {
        let queue = try squares(at: isFile ? place.draft : nil)
        try queue.writeWithoutTransaction { db in
            let side = try SideTables(
                ["square"], reading: ["given"], of: isFile ? place : nil, db, IndexWatch()
            ) { db in
                try db.execute(
                    sql: """
                        INSERT INTO square SELECT n * n, 'of ' || n FROM given ORDER BY n;
                        CREATE INDEX square_by_text ON square (text);
                        """)
            }
            // What is written meanwhile is of no concern to either.
            try db.execute(sql: "INSERT INTO other VALUES (7)")
            try side.finish(into: db)
            #expect(
                try Int.fetchAll(db, sql: "SELECT n FROM square WHERE text > 'of 2' ORDER BY text")
                    == [9, 16, 25])
            let indexes = try String.fetchAll(
                db, sql: "SELECT name FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
            #expect(indexes == ["square_by_text"])
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
            #expect(
                try String.fetchAll(db, sql: "SELECT name FROM pragma_database_list WHERE name <> 'temp'")
                    == ["main"])
        }
        #expect(try folder.names == (isFile ? ["a b%?.index.draft"] : []))
    }

    @Test("Of a table that is not said to be read, nothing is, though it be there") func unsaid() throws {
        let queue = try squares(at: place.draft)
        try queue.writeWithoutTransaction { db in
            let side = try SideTables(["square"], reading: ["given"], of: place, db, IndexWatch()) { db in
                try db.execute(sql: "INSERT INTO square SELECT n, '' FROM other")
            }
            let error = #expect(throws: DatabaseError.self) { try side.finish(into: db) }
            #expect(error?.message?.contains("other, not read on the side") == true)
        }
    }

    @Test("Nobody writes what is read on the side until it was", arguments: [true, false])
    func written(isFile: Bool) throws {
        let queue = try squares(at: isFile ? place.draft : nil)
        try queue.writeWithoutTransaction { db in
            let side = try SideTables(
                ["square"], reading: ["given"], of: isFile ? place : nil, db, IndexWatch()
            ) { db in
                try db.execute(sql: "INSERT INTO square SELECT n, '' FROM given")
            }
            for change in ["INSERT INTO given VALUES (6)", "UPDATE given SET n = 9", "DELETE FROM given"] {
                let error = #expect(throws: DatabaseError.self) { try db.execute(sql: change) }
                #expect(error?.message == "given is being read on the side")
            }
            try side.finish(into: db)
            try db.execute(sql: "INSERT INTO given VALUES (6)")
            #expect(try Int.fetchAll(db, sql: "SELECT n FROM square ORDER BY n") == [1, 2, 3, 4, 5])
        }
    }

    @Test(
        "What goes wrong on the side is told where they are asked for, and nothing is left",
        arguments: [true, false])
    func failing(isFile: Bool) throws {
        let queue = try squares(at: isFile ? place.draft : nil)
        try queue.writeWithoutTransaction { db in
            let side = try SideTables(
                ["square"], reading: ["given"], of: isFile ? place : nil, db, IndexWatch()
            ) { db in
                try db.execute(sql: "INSERT INTO square SELECT 1, '' FROM given")
            }
            let error = #expect(throws: DatabaseError.self) { try side.finish(into: db) }
            #expect(error?.resultCode == .SQLITE_CONSTRAINT)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM square") == 0)
        }
        #expect(try folder.names == (isFile ? ["a b%?.index.draft"] : []))
    }

    @Test("Work on the side that nobody wants any more ends soon")
    func abandoned() throws {
        let queue = try squares(at: place.draft)
        try queue.writeWithoutTransaction { db in
            let side = try SideTables(["square"], reading: [], of: place, db, IndexWatch()) { db in
                // Without an end.
                try db.execute(
                    sql: """
                        WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up)
                        SELECT count(*) FROM up
                        """)
            }
            #expect(side.abandon() == nil)
        }
        #expect(try folder.names == ["a b%?.index.draft"])
    }

    @Test("What went wrong on the side ends the rest, and is told instead of that")
    func failingFirst() throws {
        let queue = try squares(at: place.draft)
        let watch = IndexWatch()
        try queue.writeWithoutTransaction { db in
            watch.watch(db)
            let side = try SideTables(["square"], reading: [], of: place, db, watch) { _ in
                throw DatabaseError(resultCode: .SQLITE_FULL)
            }
            let error = #expect(throws: DatabaseError.self) {
                try db.execute(
                    sql: """
                        WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up)
                        SELECT count(*) FROM up
                        """)
            }
            #expect(error?.resultCode == .SQLITE_INTERRUPT)
            let told = try #require(side.abandon() as? IndexWritingError)
            #expect(told.isFull && told.path == place.index)
        }
    }
}

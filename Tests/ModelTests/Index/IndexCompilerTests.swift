import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Compiling an index")
struct IndexCompilerTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/sample 100%?#é.index"
    }

    @Test("an index in a file says what an index in memory says")
    func file() throws {
        try IndexCompiler.compile(SampleDossier.dossier, to: path)
        let (kept, passing) = (try Dataset(path: path), try SampleDossier.dataset())
        #expect(
            kept.id == passing.id && kept.title == passing.title && kept.description == passing.description)
        for recordClass in RecordClass.allCases {
            #expect(try kept.list(recordClass).rows() == passing.list(recordClass).rows())
        }
        #expect(try folder.names == ["sample 100%?#é.index"])
    }

    @Test("every table of a file is as in memory, where nothing is filled on the side")
    func tables() throws {
        try IndexCompiler.compile(SampleDossier.dossier, to: path)
        func told(_ dataset: Dataset) throws -> [String: [Row]] {
            try dataset.read { db in
                let tables = try String.fetchAll(
                    db,
                    sql: """
                        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'
                        AND name NOT LIKE 'sqlite%'
                        """)
                return try tables.reduce(into: [:]) { told, table in
                    told[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
                }
            }
        }
        let (kept, passing) = (try told(try Dataset(path: path)), try told(try SampleDossier.dataset()))
        #expect(Set(kept.keys) == Set(passing.keys))
        for (table, rows) in kept { #expect(rows == passing[table], "\(table)") }
        for table in [
            "facet", "facet_count", "list_page", "coverage_cell", "coverage_row", "role_count", "class",
        ] {
            #expect(kept[table]?.isEmpty == false, "\(table)")
        }
    }

    @Test("an index replaces the one before it whole")
    func replaces() throws {
        try IndexCompiler.compile(SampleDossier.dossier, to: path)
        let before = try Dataset(path: path)
        try IndexCompiler.compile(Dossier(id: "next", title: "Next"), to: path)
        #expect(try Dataset(path: path).id == "next")
        // Whoever had opened the old one goes on reading it.
        #expect(try before.list(.project).count() == 6)
    }

    @Test("a dossier that cannot be compiled leaves no file and no draft")
    func failure() throws {
        var dossier = SampleDossier.dossier
        dossier.records.append(Record(.theme, "calm", ["name": ["The same id again"]]))
        #expect(throws: DatabaseError.self) { try IndexCompiler.compile(dossier, to: path) }
        #expect(throws: DatabaseError.self) { try IndexCompiler.compile(dossier) }
        #expect(try folder.names == [])
    }

    @Test("a failure leaves the index that was there before")
    func failureKeeps() throws {
        try IndexCompiler.compile(SampleDossier.dossier, to: path)
        var dossier = SampleDossier.dossier
        dossier.records.append(dossier.records[0])
        #expect(throws: DatabaseError.self) { try IndexCompiler.compile(dossier, to: path) }
        #expect(try Dataset(path: path).list(.project).count() == 6)
        #expect(try folder.names.count == 1)
    }

    @Test("a place that cannot be written is an error, and no draft stays beside it")
    func unwritable() throws {
        #expect(throws: (any Error).self) {
            try IndexCompiler.compile(SampleDossier.dossier, to: "\(folder.path)/no/such/folder.index")
        }
        let occupied = "\(folder.path)/occupied"
        try FileManager.default.createDirectory(
            atPath: "\(occupied)/inside", withIntermediateDirectories: true)
        #expect(throws: (any Error).self) { try IndexCompiler.compile(SampleDossier.dossier, to: occupied) }
        #expect(try folder.names == ["occupied"])
    }

    @Test("an index in a folder that cannot be written is read, and nothing is put beside it")
    func readOnly() throws {
        try IndexCompiler.compile(SampleDossier.dossier, to: path)
        let files = FileManager.default
        try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        let dataset = try Dataset(path: path)
        #expect(try dataset.find("labour").isEmpty == false)
        #expect(try folder.names.count == 1)
        #expect(throws: DatabaseError.self) {
            try dataset.read { try $0.execute(sql: "DELETE FROM record") }
        }
    }

    @Test("an index of another version is refused, and says which it is", arguments: ["0", "999", nil])
    func otherVersion(_ version: String?) throws {
        try IndexCompiler.compile(SampleDossier.dossier, to: path)
        try DatabaseQueue(path: path).write { db in
            try db.execute(sql: "DELETE FROM meta WHERE key = 'schema'")
            if let version {
                try db.execute(sql: "INSERT INTO meta VALUES ('schema', ?)", arguments: [version])
            }
        }
        let error = #expect(throws: DatasetError.self) { try Dataset(path: path) }
        guard case .otherVersion(let told) = error else { return }
        #expect(told == version ?? "none")
    }

    @Test("what is no index is an error")
    func noIndex() throws {
        #expect(throws: (any Error).self) { try Dataset(path: path) }
        #expect(try folder.names == [])
        try Data("id: sample\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: (any Error).self) { try Dataset(path: path) }
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(throws: (any Error).self) { try Dataset(path: path) }
        #expect(throws: (any Error).self) { try Dataset(path: folder.path) }
    }

    @Test("compilations at once do not meet, and leave one whole index")
    func atOnce() async throws {
        let path = path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try IndexCompiler.compile(SampleDossier.dossier, to: path) } }
            try await group.waitForAll()
        }
        #expect(try Dataset(path: path).list(.project).count() == 6)
        #expect(try folder.names.count == 1)
    }

    @Test("what names nothing that is there is left out, and the rest stands")
    func dangling() throws {
        let record = Record(
            .project, "dangling",
            [
                "title": ["Dangling"], "kind": ["project"], "themes": ["no-theme"], "places": ["kyrgyzstan"],
                "participants": [.takesPart("nobody", "funding", via: "nothing")],
            ], cite: ["no-source §1 n2"])
        let dataset = try SampleDossier.dataset(adding: record)
        #expect(try dataset.record("dangling") == record)
        var filter = Filter()
        filter.ties[.country] = ["kyrgyzstan"]
        #expect(try dataset.list(.project, filter: filter).ids().contains("dangling"))
        #expect(try dataset.sources(of: "dangling") == [])
        #expect(try dataset.chain("dangling").nodes.map(\.id).contains("dangling"))
    }

    @Test("things that stand inside each other in a ring are told without end of it")
    func ringOfParts() throws {
        let dataset = try SampleDossier.dataset(
            adding: Record(.theme, "one", ["name": ["One"], "parent": ["two"]]),
            Record(.theme, "two", ["name": ["Two"], "parent": ["one"]]))
        var filter = Filter()
        filter.ties[.theme] = ["one"]
        #expect(Set(try dataset.list(.theme, filter: filter).ids()) == ["one", "two"])
    }

    @Test("the order of the records in a dossier changes nothing but ties")
    func order() throws {
        var dossier = SampleDossier.dossier
        dossier.records.reverse()
        let dataset = try IndexCompiler.compile(dossier)
        #expect(try dataset.conflict("ilo-iom")?.monthsShared.possible == 54)
        #expect(try dataset.list(.project).ids() == SampleDossier.dataset().list(.project).ids())
    }
}

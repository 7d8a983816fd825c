import Foundation
import Model

/// What an index remembers of its import beside its files: with which options it was made, by which program, and
/// what came of it. While all of it and all files are the same, there is nothing to do.
struct ImportMemory {
    let description: DatasetDescription
    /// Merges of organisations that the user has undone.
    let undone: Set<LedgerKey>
    private let isJoined: Bool
    private let made: String

    init(_ options: DataImport.Options, undone: Set<LedgerKey>) {
        // Identifiers are unique in the world: marks and notes follow an activity from index to index. Beside a
        // dossier it is the dossier's that go on.
        let first = options.dossiers.first?.dossier
        description = DatasetDescription(
            id: first?.id ?? "iati", title: options.title, description: first?.description,
            language: options.language)
        self.undone = undone
        isJoined = !options.dossiers.isEmpty
        var key = ContentKey()
        key.add(options.language ?? "")
        key.add(options.title)
        for entry in undone.sorted() { key.add(entry.description) }
        for dossier in options.dossiers { key.add(dossier.key) }
        key.add(TapeCoding.version)
        key.addProgram()
        made = key.text
    }

    func keep(_ summary: ImportSummary, in writer: IndexWriter) throws {
        let encoder = JSONEncoder()
        // The same files make the same index, to the last byte.
        encoder.outputFormatting = .sortedKeys
        writer.meta["import"] = String(decoding: try encoder.encode(summary), as: UTF8.self)
        writer.meta["import-key"] = made
        writer.meta["tapes"] = TapeCoding.version
        if isJoined { writer.meta["joined"] = "true" }
    }

    /// Whether an index holds what dossiers say, too.
    static func isJoined(_ kept: KeptExtracts) -> Bool { kept.meta["joined"] != nil }

    /// What came of the import that made an index, if another would make the same of the same files.
    func summary(of kept: KeptExtracts) -> ImportSummary? {
        guard kept.meta["import-key"] == made, let text = kept.meta["import"] else { return nil }
        return try? JSONDecoder().decode(ImportSummary.self, from: Data(text.utf8))
    }

    /// Whether the extracts of an index can be taken over.
    static func canTakeOver(_ kept: KeptExtracts) -> Bool { kept.meta["tapes"] == TapeCoding.version }
}

extension ContentKey {
    /// Adds which program this is: another may make another index of the same files.
    mutating func addProgram() {
        var program = stat()
        guard stat("/proc/self/exe", &program) == 0 else { return }
        add("\(program.st_size) \(program.st_mtim.tv_sec) \(program.st_mtim.tv_nsec)")
    }
}

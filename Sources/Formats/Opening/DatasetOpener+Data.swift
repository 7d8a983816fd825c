import Foundation
import Model

extension DatasetOpener {
    /// Published files as an index from the cache: imported when they are new, brought up to date when they have
    /// changed. Without a cache that can be written it is made in a folder for temporary files, else in memory, and
    /// gone with the program.
    func openData(_ paths: [String], with dossiers: [JoinedDossier] = []) throws -> Opened {
        // However a place is spelled, its files have the same names, and need not be sorted out anew.
        let paths = paths.map { Self.real($0) ?? $0 }
        let titles = dossiers.map(\.dossier.title) + [Self.title(of: paths)]
        let options = DataImport.Options(
            language: Self.language(environment), title: titles.joined(separator: " + "), dossiers: dossiers)
        let run = DataImport(options, stop, tell: tell)
        if let cacheFolder = madeCacheFolder,
            let index = index(of: paths, with: dossiers.map(\.dossier.id), in: cacheFolder)
        {
            do {
                let summary = try run.run(paths, into: index)
                if !summary.isUpToDate { forgetOld(in: cacheFolder) }
                // What is used is not forgotten.
                utimes(index, nil)
                return Opened(dataset: try Dataset(path: index), problems: [], summary: summary)
            } catch let error as IndexWritingError where !error.isFull {}
        }
        let folder = environment["TMPDIR"] ?? "/tmp"
        let passing = "\(folder)/whofunds-\(UUID().uuidString).index"
        do {
            let summary = try run.run(paths, into: passing)
            // An open file stays until it is closed.
            defer { unlink(passing) }
            return Opened(dataset: try Dataset(path: passing), problems: [], summary: summary)
        } catch let error as IndexWritingError where !error.isFull {
        } catch ImportError.noFolder {}
        let (dataset, summary) = try run.run(paths)
        return Opened(dataset: dataset, problems: [], summary: summary)
    }

    /// The folder of the cache, if it is there or can be made.
    private var madeCacheFolder: String? {
        cacheFolder.flatMap { folder in
            let made: Void? = try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            return made.map { folder }
        }
    }

    /// The index that holds the dataset at `path`; nil for a dossier, and for files that are imported into memory.
    package func index(of path: String) throws -> String? {
        switch try DataKind(at: path) {
        case .index: path
        case .published: madeCacheFolder.flatMap { index(of: [path], with: [], in: $0) }
        case .dossier, .none: nil
        }
    }

    /// Where the index of what lies at `paths` is kept: one for all places, dossiers beside them, and language.
    private func index(of paths: [String], with dossiers: [String], in folder: String) -> String? {
        var key = ContentKey()
        for path in paths {
            guard let real = Self.real(path) else { return nil }
            key.add(real)
        }
        key.add(Self.language(environment) ?? "")
        for dossier in dossiers { key.add(dossier) }
        return "\(folder)/data-\(key.text).index"
    }

    /// A path from the root, without links.
    private static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// What an index is called that nobody gave a title: after what was imported.
    package static func title(of paths: [String]) -> String {
        let names = paths.map { path in
            let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
            return name.isEmpty ? path : name
        }
        guard let first = names.first else { return "IATI" }
        return names.count == 1 ? first : "\(first) and \(names.count - 1) more"
    }

    /// The language that the locale asks for, as a code of two or three letters; nil where it asks for none.
    package static func language(
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String? {
        let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first {
            !$0.isEmpty
        }
        let code = (asked ?? "").prefix { $0.isASCII && $0.isLetter }.lowercased()
        return (2...3).contains(code.count) ? code : nil
    }
}

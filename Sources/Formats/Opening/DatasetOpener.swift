import Foundation
import Model

/// Opens whatever a dataset may be: the bundled dossier, a dossier's folder, published files, an index.
package struct DatasetOpener {
    package struct Opened {
        package let dataset: Dataset
        /// What was wrong with the files, if they were read just now.
        package let problems: [Problem]
        /// What came of the import, if it is of published files.
        package var summary: ImportSummary?
    }

    let environment: [String: String]
    let stop: ImportStop
    let tell: @Sendable (ImportProgress) -> Void

    /// An import that takes long tells how far it is, and can be stopped.
    package init(
        environment: [String: String] = ProcessInfo.processInfo.environment, stop: ImportStop = ImportStop(),
        tell: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) {
        self.environment = environment
        self.stop = stop
        self.tell = tell
    }

    /// What names the bundled dossier where a path is wanted.
    package static let bundled = "bundled"

    /// The dataset at `path`, or the bundled dossier.
    package func open(_ path: String?) throws -> Opened {
        guard let path, !Self.isBundled(path) else { return try open(.bundled) }
        switch try DataKind(at: path) {
        case .dossier: return try open(DossierFiles(folder: URL(fileURLWithPath: path)))
        case .published: return try openData([path])
        case .none: throw OpeningError.unknownKind(path)
        case .index: break
        }
        do {
            return Opened(dataset: try Dataset(path: path), problems: [])
        } catch DatasetError.otherVersion {
            throw OpeningError.otherVersion(path)
        } catch {
            // SQLite holds anything; a file of it without our tables is none of ours.
            throw OpeningError.unknownKind(path)
        }
    }

    static func isBundled(_ path: String) -> Bool {
        path == bundled && !FileManager.default.fileExists(atPath: path)
    }

    /// The dossier as an index from the cache, compiled there when it is new. Without a cache that can be
    /// written, it is compiled in memory.
    private func open(_ files: DossierFiles) throws -> Opened {
        let key = key(files)
        let path = key.flatMap { key in cacheFolder.map { "\($0)/\(key).index" } }
        if let path, FileManager.default.fileExists(atPath: path), let dataset = try? Dataset(path: path) {
            return Opened(dataset: dataset, problems: [])
        }
        let reading = DossierReader.read(files)
        // A dossier with mistakes is shown as far as it goes, but not kept: its problems are told each time.
        if let path, !reading.hasErrors, let dataset = try? keep(reading.dossier, at: path) {
            return Opened(dataset: dataset, problems: reading.problems)
        }
        return Opened(dataset: try IndexCompiler.compile(reading.dossier), problems: reading.problems)
    }

    private func keep(_ dossier: Dossier, at path: String) throws -> Dataset {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try IndexCompiler.compile(dossier, to: path)
        forgetOld(in: folder)
        return try Dataset(path: path)
    }

    /// What the files say, and which program compiles them: either changing makes another index. Nil for files
    /// that the reader refuses for their size, or that cannot be read.
    func key(_ files: DossierFiles) -> String? {
        let read = files.files.filter(\.role.isRead)
        guard read.allSatisfy({ $0.size <= DossierReader.largestFile }),
            read.reduce(0, { $0 + $1.size }) <= DossierReader.largestDossier
        else { return nil }
        var key = ContentKey()
        for file in read {
            guard let contents = try? file.contents() else { return nil }
            key.add(file.name)
            key.add(contents)
        }
        key.addProgram()
        return key.text
    }

    /// `$XDG_CACHE_HOME/whofunds`, else `~/.cache/whofunds`; nil without a home.
    var cacheFolder: String? {
        if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return "\(base)/whofunds" }
        return environment["HOME"].map { "\($0)/.cache/whofunds" }
    }

    /// Indexes that nobody has made for a month go, so that edited dossiers do not fill the cache.
    func forgetOld(in folder: String) {
        let limit = Date(timeIntervalSinceNow: -30 * 86_400)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let path = "\(folder)/\(name)"
            let changed =
                (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            if let changed, changed < limit { try? FileManager.default.removeItem(atPath: path) }
        }
    }
}

/// Why a dataset cannot be opened; the wording is the caller's.
package enum OpeningError: Error {
    case missing(String)
    case unreadable(String)
    /// Neither a dossier nor an index nor files that can be imported.
    case unknownKind(String)
    /// An index that another version of the program made.
    case otherVersion(String)
    /// An index among several datasets: it cannot be joined with others.
    case indexAmongOthers(String)
    /// Several dossiers, and no published files.
    case onlyDossiers([String])
}

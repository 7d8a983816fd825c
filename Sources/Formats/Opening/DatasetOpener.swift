import Foundation
import Model

/// Opens whatever a dataset may be: the bundled dossier, a dossier's folder, an index.
package struct DatasetOpener {
    package struct Opened {
        package let dataset: Dataset
        /// What was wrong with the files, if they were read just now.
        package let problems: [Problem]
    }

    private let environment: [String: String]

    package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    /// The dataset at `path`, or the bundled dossier.
    package func open(_ path: String?) throws -> Opened {
        guard let path else { return try open(.bundled) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw OpeningError.missing(path)
        }
        if isFolder.boolValue { return try open(DossierFiles(folder: URL(fileURLWithPath: path))) }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw OpeningError.unreadable(path) }
        defer { try? handle.close() }
        let head = try handle.read(upToCount: 16) ?? Data()
        guard head.starts(with: Data("SQLite format 3\0".utf8)) else { throw OpeningError.unknownKind(path) }
        do {
            return Opened(dataset: try Dataset(path: path), problems: [])
        } catch DatasetError.otherVersion {
            throw OpeningError.otherVersion(path)
        } catch {
            // SQLite holds anything; a file of it without our tables is none of ours.
            throw OpeningError.unknownKind(path)
        }
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
    private func key(_ files: DossierFiles) -> String? {
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
    private var cacheFolder: String? {
        if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return "\(base)/whofunds" }
        return environment["HOME"].map { "\($0)/.cache/whofunds" }
    }

    /// The language that the locale asks for, as a code of two or three letters; nil where it asks for none.
    package static func language(
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String? {
        let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let code = (asked ?? "").prefix { $0.isASCII && $0.isLetter }.lowercased()
        return (2...3).contains(code.count) ? code : nil
    }

    /// Indexes that nobody has made for a month go, so that edited dossiers do not fill the cache.
    private func forgetOld(in folder: String) {
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
    /// A file that is no index.
    case unknownKind(String)
    /// An index that another version of the program made.
    case otherVersion(String)
}

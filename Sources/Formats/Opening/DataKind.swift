import Foundation

/// What kind of dataset lies at a path, seen from names and first bytes.
package enum DataKind: Hashable, Sendable {
    /// A folder with YAML files.
    case dossier
    /// A file of SQLite.
    case index
    /// A file of XML, an archive, or a folder that holds such files.
    case published
    /// Nothing that can be opened.
    case none

    /// Throws where nothing is, or what is there cannot be read.
    package init(at path: String) throws(OpeningError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw OpeningError.missing(path)
        }
        self = isFolder.boolValue ? try Self.folder(path) : try Self.file(path)
    }

    /// The kind of what a word of the command line names, if it is there and can be opened. A word without an ending
    /// may be the name of something else: then only a folder with data is meant.
    package init?(word: String) {
        guard !word.isEmpty, FileManager.default.fileExists(atPath: word), let kind = try? DataKind(at: word),
            kind != .none
        else { return nil }
        self = kind
    }

    /// Whether a word is the name of a file that can be opened, and of nothing else.
    package static func isName(_ name: String) -> Bool { isPublished(name) || name.hasSuffix(".index") }

    private static func isPublished(_ name: String) -> Bool {
        [".xml", ".gz", ".zip"].contains { name.lowercased().hasSuffix($0) }
    }

    private static func folder(_ path: String) throws(OpeningError) -> DataKind {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw OpeningError.unreadable(path)
        }
        if names.contains("dossier.yaml") { return .dossier }
        if names.contains(where: isPublished) || hasDataBelow(path) { return .published }
        return names.contains { $0.hasSuffix(".yaml") } ? .dossier : .none
    }

    /// Looks until it meets a file of data, and no further than a folder that is none goes.
    private static func hasDataBelow(_ path: String) -> Bool {
        let url = URL(fileURLWithPath: path)
        guard
            let found = FileManager.default.enumerator(
                at: url, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        else { return false }
        return found.lazy.prefix(20_000).contains { item in
            (item as? URL).map { isPublished($0.lastPathComponent) } ?? false
        }
    }

    private static func file(_ path: String) throws(OpeningError) -> DataKind {
        guard let handle = FileHandle(forReadingAtPath: path), let head = try? handle.read(upToCount: 1024)
        else { throw OpeningError.unreadable(path) }
        try? handle.close()
        if head.starts(with: Data("SQLite format 3\0".utf8)) { return .index }
        if archives.contains(where: { head.starts(with: $0) }) { return .published }
        // XML may begin with white space, in UTF-16 with a zero beside each letter, and with a mark of its bytes.
        let first = head.first { ![0, 9, 10, 13, 32, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
        return first == UInt8(ascii: "<") ? .published : .none
    }

    /// How gzip and zip begin.
    private static let archives: [[UInt8]] = [[0x1F, 0x8B], [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]]
}

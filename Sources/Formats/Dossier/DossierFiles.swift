import BundledData
import Foundation

/// The files of a dossier: their names, sizes and contents, wherever they are kept. Contents are read one file
/// at a time, when they are asked for.
package struct DossierFiles: Sendable {
    package struct File: Sendable {
        package let name: String
        /// In bytes.
        package let size: Int
        package let contents: @Sendable () throws -> Data
    }

    /// In the order of their names.
    package let files: [File]

    /// Files in memory.
    package init(_ files: [(name: String, contents: Data)]) {
        self.init(
            files: files.map { file in File(name: file.name, size: file.contents.count) { file.contents } })
    }

    /// The files of `folder`, without those that are hidden or lie in folders of their own.
    package init(folder: URL) throws(UnreadableFolder) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
            throw UnreadableFolder(path: folder.path, reason: .missing)
        }
        guard isFolder.boolValue else { throw UnreadableFolder(path: folder.path, reason: .notAFolder) }
        let keys: Set<URLResourceKey> = [.isRegularFileKey, .fileSizeKey]
        guard
            let found = try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: Array(keys), options: .skipsHiddenFiles)
        else { throw UnreadableFolder(path: folder.path, reason: .notPermitted) }
        self.init(
            files: found.compactMap { url in
                let values = try? url.resolvingSymlinksInPath().resourceValues(forKeys: keys)
                guard values?.isRegularFile == true else { return nil }
                return File(name: url.lastPathComponent, size: values?.fileSize ?? 0) {
                    try Data(contentsOf: url)
                }
            })
    }

    /// The dossier that is part of the program.
    package static var bundled: DossierFiles {
        DossierFiles(
            (0..<whofunds_bundled_count()).map { index in
                let file = whofunds_bundled_file_at(index)
                return (String(cString: file.name), Data(bytes: file.bytes, count: file.count))
            })
    }

    private init(files: [File]) { self.files = files.sorted { $0.name < $1.name } }
}

/// A folder whose files cannot be listed.
package struct UnreadableFolder: Error {
    package enum Reason: Sendable { case missing, notAFolder, notPermitted }

    package let path: String
    package let reason: Reason
}

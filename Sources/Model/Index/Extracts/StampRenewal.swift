import Foundation
import GRDB

/// Writes anew what the file system says of files whose content has not changed, so that next time they need not be
/// looked into. An index never changes in place: a copy with the new stamps takes its place.
package enum StampRenewal {
    /// `stamps` are by key of the file.
    package static func renew(_ index: String, _ stamps: [(key: Int64, stamp: ExtractFile.Stamp)]) throws {
        let draft = try IndexDraft(for: index)
        try copy(index, to: draft.path)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: draft.path, configuration: configuration)
        try queue.write { db in
            let update = try db.makeStatement(
                sql: """
                    UPDATE extract_file SET device = ?, inode = ?, modified = ?, size = ? WHERE key = ?
                    """)
            for (key, stamp) in stamps {
                try update.execute(arguments: [stamp.device, stamp.inode, stamp.modified, stamp.size, key])
            }
        }
        try queue.close()
        try draft.publish()
    }

    private static func copy(_ from: String, to path: String) throws {
        guard let source = FileHandle(forReadingAtPath: from), let target = FileHandle(forWritingAtPath: path)
        else { throw IndexWritingError(path: from, number: errno) }
        defer {
            try? source.close()
            try? target.close()
        }
        while let piece = try source.read(upToCount: 4 << 20), !piece.isEmpty {
            try target.write(contentsOf: piece)
        }
    }
}

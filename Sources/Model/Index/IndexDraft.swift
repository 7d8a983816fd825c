import Foundation
import GRDB
import GRDBSQLite

/// A file beside the index that it is to become, or be a part of, under a name of its own. It goes when it is not wanted any more,
/// unless it has taken the index's place.
///
/// It is locked (flock) while its process lives: so others can tell one that is being written from one that a
/// process left behind when it was killed, and remove the latter.
struct IndexDraft: ~Copyable {
    let path: String
    private let target: String
    private let lock: Int32

    init(for target: String) throws {
        Self.removeLeftBehind(beside: target)
        for _ in 1...10 {
            let process = ProcessInfo.processInfo.processIdentifier
            let path = "\(target).draft-\(process)-\(UInt32.random(in: 0...UInt32.max))"
            let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            guard file >= 0 else {
                if errno == EEXIST { continue }
                throw IndexWritingError(path: target, number: errno)
            }
            // Between its making and its locking another process may have taken it for one left behind.
            if flock(file, LOCK_EX | LOCK_NB) == 0, Self.isLinked(file) {
                self.path = path
                self.target = target
                lock = file
                return
            }
            close(file)
        }
        throw IndexWritingError(path: target, number: EAGAIN)
    }

    /// Puts it in the place of the index, at once: whoever opens the index has the old one or the new one, even when
    /// the machine stops in between.
    consuming func publish() throws {
        guard fsync(lock) == 0, rename(path, target) == 0 else {
            throw IndexWritingError(path: target, number: errno)
        }
    }

    deinit {
        // After it was published nothing bears these names.
        for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
        close(lock)
    }

    private static func isLinked(_ file: Int32) -> Bool {
        var facts = stat()
        return fstat(file, &facts) == 0 && facts.st_nlink > 0
    }

    /// Removes drafts of the same index that no process is writing.
    private static func removeLeftBehind(beside target: String) {
        let folder = (target as NSString).deletingLastPathComponent
        let beginning = (target as NSString).lastPathComponent + ".draft-"
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        for name in names where name.hasPrefix(beginning) && isDraft(name.dropFirst(beginning.count)) {
            let path = folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
            let file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
            guard file >= 0 else { continue }
            defer { close(file) }
            if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
        }
    }

    /// `PROCESS-NUMBER`.
    private static func isDraft(_ ending: Substring) -> Bool {
        let parts = ending.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { "0"..."9" ~= $0 } }
    }
}

/// An index cannot be written where it is to be.
package struct IndexWritingError: Error, CustomStringConvertible {
    package let path: String
    /// The system's number of the error; 0 when it gave none.
    package let number: Int32

    /// What SQLite says, which says nothing of files that may not grow.
    fileprivate static func number(_ said: Int32) -> Int32 {
        var limit = rlimit()
        guard said == 0, getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else {
            return said
        }
        return limit.rlim_cur < rlim_t(Int64.max) ? EFBIG : 0
    }

    package var isFull: Bool { [ENOSPC, EDQUOT, EFBIG].contains(number) }

    package var description: String {
        number == 0 ? "\(path): cannot be written" : "\(path): \(String(cString: strerror(number)))"
    }
}

extension IndexWritingError {
    /// An error of SQLite's; nil for one that is none of writing. To be made before the connection does anything else.
    init?(_ error: DatabaseError, of db: Database, at path: String) {
        switch error.resultCode {
        case .SQLITE_FULL: self.init(path: path, number: ENOSPC)
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY:
            self.init(path: path, number: Self.number(sqlite3_system_errno(db.sqliteConnection)))
        default: return nil
        }
    }
}

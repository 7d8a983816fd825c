import Foundation
import Model

/// A file that is written piece by piece and takes its name when it is whole: what was there before stays until
/// then, and stays if something goes wrong.
final class FileOutput {
    private let path: String
    private let draft: String
    private let handle: FileHandle
    private var isDone = false

    init(_ path: String) throws {
        self.path = path
        draft = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw Failure(.unreadable, "\(path): is a folder; name a file")
        }
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit {
        if !isDone { unlink(draft) }
    }

    func put(_ text: String) throws {
        do { try handle.write(contentsOf: Data(text.utf8)) } catch { throw Self.failure(path, errno) }
    }

    func finish() throws {
        do { try handle.close() } catch { throw Self.failure(path, errno) }
        guard rename(draft, path) == 0 else { throw Self.failure(path, errno) }
        isDone = true
    }

    private static func failure(_ path: String, _ number: Int32) -> Failure {
        Failure(.unreadable, SafeText("\(path): cannot be written: \(String(cString: strerror(number)))"))
    }
}

import Glibc

/// A file's own bytes.
final class FileSource: ByteSource {
    private let descriptor: Int32
    private(set) var bytesRead = 0

    /// Only of a regular file; does not wait for whoever should write into a named pipe.
    init(path: String) throws {
        descriptor = try Self.open(path)
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                bytesRead += count
                return count
            }
            if errno != EINTR { throw InputFault.unreadable }
        }
    }

    /// The file, opened; the caller closes it.
    static func open(_ path: String) throws -> Int32 {
        let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            // ENXIO: a socket, or a device that is not there.
            throw errno == ENOENT ? InputFault.missing : errno == ENXIO ? .notAFile : .unreadable
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw InputFault.notAFile
        }
        return descriptor
    }
}

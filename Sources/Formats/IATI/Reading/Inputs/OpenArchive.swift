import CArchive
import Glibc

/// An archive that is gone through from its first member to its last. It belongs to one thread at a time.
final class OpenArchive: @unchecked Sendable {
    enum Kind {
        case gzip, zip
    }

    struct Entry {
        let name: String
        /// Nil when the archive does not say it.
        let size: Int?
        let isFile: Bool
        let isFolder: Bool
        let isEncrypted: Bool
    }

    private let archive: OpaquePointer
    private let descriptor: Int32
    /// How many members were begun.
    private(set) var position = 0
    /// Whether it cannot be gone on with.
    private(set) var isDamaged = false

    /// Throws ``InputFault``.
    init(_ path: String, _ kind: Kind) throws {
        descriptor = try FileSource.open(path)
        guard let archive = archive_read_new() else {
            close(descriptor)
            throw InputFault.unreadable
        }
        self.archive = archive
        switch kind {
        case .gzip:
            archive_read_support_filter_gzip(archive)
            archive_read_support_format_raw(archive)
            archive_read_support_format_empty(archive)
        case .zip:
            // By the list at its end, which says what there is and how large it is.
            archive_read_support_format_zip_seekable(archive)
        }
        if archive_read_open_fd(archive, descriptor, 64 << 10) != ARCHIVE_OK { throw fault() }
    }

    deinit {
        archive_read_free(archive)
        close(descriptor)
    }

    /// How many bytes of the file were read.
    var bytesRead: Int { Int(archive_filter_bytes(archive, -1)) }

    /// Goes to the next member; nil after the last.
    func next() throws -> Entry? {
        var entry: OpaquePointer?
        let answer = archive_read_next_header(archive, &entry)
        if answer == ARCHIVE_EOF { return nil }
        guard answer == ARCHIVE_OK || answer == ARCHIVE_WARN, let entry else { throw fault() }
        position += 1
        let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        return Entry(
            name: name.map { String(cString: $0) } ?? "",
            size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil,
            isFile: archive_entry_is_file(entry) != 0, isFolder: archive_entry_is_folder(entry) != 0,
            isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    /// Reads on in the member; 0 at its end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if count != Int(ARCHIVE_RETRY) { throw fault() }
        }
    }

    private func fault() -> InputFault {
        isDamaged = true
        return .damaged(archive_error_string(archive).map { String(cString: $0) } ?? "no reason is given")
    }
}

import CArchive
import Foundation

/// Archives made for tests.
enum ArchiveSample {
    struct Failure: Error {}

    /// A zip with these files in this order.
    static func zip(_ files: [(name: String, contents: [UInt8])], at path: String, password: String? = nil)
        throws
    {
        try write(path) { archive in
            archive_write_set_format_zip(archive)
            if let password {
                archive_write_set_options(archive, "zip:encryption=traditional")
                archive_write_set_passphrase(archive, password)
            }
        } members: { archive in
            for file in files { try add(file.name, [file.contents], size: file.contents.count, archive) }
        }
    }

    /// A gzip of these stretches of bytes.
    static func gzip(_ contents: some Sequence<[UInt8]>, at path: String) throws {
        try write(path) { archive in
            archive_write_set_format_raw(archive)
            archive_write_add_filter_gzip(archive)
        } members: { archive in
            try add("data", contents, size: nil, archive)
        }
    }

    private static func write(
        _ path: String, _ prepare: (OpaquePointer) -> Void, members: (OpaquePointer) throws -> Void
    ) throws {
        guard let archive = archive_write_new() else { throw Failure() }
        defer { archive_write_free(archive) }
        prepare(archive)
        guard archive_write_open_filename(archive, path) == ARCHIVE_OK else { throw Failure() }
        try members(archive)
        guard archive_write_close(archive) == ARCHIVE_OK else { throw Failure() }
    }

    private static func add(
        _ name: String, _ contents: some Sequence<[UInt8]>, size: Int?, _ archive: OpaquePointer
    ) throws {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_mode(entry, 0o100644)
        if let size { archive_entry_set_size(entry, Int64(size)) }
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw Failure() }
        for stretch in contents where archive_write_data(archive, stretch, stretch.count) < stretch.count {
            throw Failure()
        }
    }
}

/// A folder that goes when it is let go of.
final class ScratchFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "whofunds-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of something in it.
    func at(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and the folders around it.
    @discardableResult
    func write(_ name: String, _ contents: String) throws -> String {
        let path = at(name)
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(contents.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }
}

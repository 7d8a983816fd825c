import Foundation
import Model

/// Finds the XML in what a user names: files, gzip, members of zips, and folders of them.
///
/// A file that is named is taken whatever it is called, by its first bytes; of a folder and an archive are taken
/// `.xml`, `.gz` and `.zip` (of an archive `.xml` alone), sorted by name. Hidden files and folders are left out.
package struct InputFinder {
    package struct Found: Sendable {
        package var inputs: [Input] = []
        package var problems: [Problem] = []
        /// How many files were left out for what they are called.
        package var passedOver = 0
    }

    private struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    private let limits: Limits
    private var found = Found()
    /// The name under which each file and folder was met first.
    private var met: [Identity: String] = [:]

    private init(_ limits: Limits) { self.limits = limits }

    /// What is at the paths, in their order.
    package static func find(_ paths: [String], limits: Limits = .standard) -> Found {
        var finder = InputFinder(limits)
        for path in paths {
            let before = finder.found
            finder.look(at: path, depth: 0)
            if finder.found.inputs.count == before.inputs.count
                && finder.found.problems.count == before.problems.count
            {
                finder.found.problems.append(.nothingToRead(path))
            }
        }
        return finder.found
    }

    /// Depth 0 is what the user named.
    private mutating func look(at path: String, depth: Int) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            found.problems.append(.unreadable(path, errno == ENOENT ? .missing : .unreadable))
            return
        }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFDIR || kind == S_IFREG else {
            found.problems.append(.unreadable(path, .notAFile))
            return
        }
        let identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
        if let first = met[identity] {
            found.problems.append(.sameFile(path, first: first))
            return
        }
        met[identity] = path
        if kind == S_IFDIR { list(path, depth: depth) } else { take(path, size: Int(status.st_size)) }
    }

    private mutating func list(_ folder: String, depth: Int) {
        if depth > limits.folders {
            found.problems.append(.foldersTooDeep(folder, most: limits.folders))
            return
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            found.problems.append(.unreadable(folder, .unreadable))
            return
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            if Self.hasEnding(name, ["xml", "gz", "zip"]) || isFolder(path) {
                look(at: path, depth: depth + 1)
            } else {
                found.passedOver += 1
            }
        }
    }

    private func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private mutating func take(_ path: String, size: Int) {
        do {
            let source = try FileSource(path: path)
            let head = try withUnsafeTemporaryAllocation(byteCount: 4, alignment: 1) { buffer in
                Array(buffer.prefix(try source.read(into: buffer)))
            }
            if head.starts(with: [0x1f, 0x8b]) {
                found.inputs.append(.gzip(path, size: size, limits: limits))
            } else if head.starts(with: [0x50, 0x4b, 3, 4]) || head.starts(with: [0x50, 0x4b, 5, 6]) {
                take(try ArchiveMembers(path: path, size: size, limits: limits))
            } else {
                found.inputs.append(.file(path, size: size))
            }
        } catch let fault as InputFault {
            found.problems.append(.unreadable(path, fault))
        } catch {
            found.problems.append(.unreadable(path, .unreadable))
        }
    }

    private mutating func take(_ archive: ArchiveMembers) {
        for member in archive.files.sorted(by: {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }) {
            let parts = member.name.split(separator: "/", omittingEmptySubsequences: false)
            if member.name.hasPrefix("/") || parts.contains("..") {
                found.problems.append(.memberOutside(archive.path, member.name))
            } else if parts.contains(where: { $0.hasPrefix(".") && $0 != "." }) || parts.first == "__MACOSX" {
                continue
            } else if Self.hasEnding(member.name, ["gz", "zip"]) {
                found.problems.append(.nestedArchive(archive.path, member.name))
            } else if !Self.hasEnding(member.name, ["xml"]) {
                found.passedOver += 1
            } else if member.isEncrypted {
                found.problems.append(.unreadable("\(archive.path)/\(member.name)", .encrypted))
            } else {
                found.inputs.append(.member(archive, member, limits: limits))
            }
        }
    }

    private static func hasEnding(_ name: String, _ endings: [String]) -> Bool {
        let name = name.lowercased()
        return endings.contains { name.hasSuffix("." + $0) }
    }
}

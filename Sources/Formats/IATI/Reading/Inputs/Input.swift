/// A file of XML, wherever its bytes lie.
package struct Input: Sendable {
    private enum Place: Sendable {
        case file(String)
        case gzip(String)
        case member(ArchiveMembers, Int)
        case made(@Sendable () -> any ByteSource)
    }

    /// As the user named it, or the folder or archive that it was found in: `2024.zip/kg.xml`.
    package let name: String
    /// In bytes: on the disk, or of a member of an archive once it is inflated.
    package let size: Int

    private let place: Place
    private let limits: Limits

    private init(_ name: String, size: Int, _ place: Place, _ limits: Limits) {
        self.name = name
        self.size = size
        self.place = place
        self.limits = limits
    }

    /// Of a file that is as it is.
    static func file(_ path: String, size: Int) -> Input {
        Input(path, size: size, .file(path), .standard)
    }

    static func gzip(_ path: String, size: Int, limits: Limits) -> Input {
        Input(path, size: size, .gzip(path), limits)
    }

    static func member(_ archive: ArchiveMembers, _ member: ArchiveMembers.Member, limits: Limits) -> Input {
        Input("\(archive.path)/\(member.name)", size: member.size, .member(archive, member.number), limits)
    }

    /// Of bytes that are made, each time it is opened.
    package static func made(_ name: String, size: Int = 0, _ make: @escaping @Sendable () -> any ByteSource)
        -> Input
    {
        Input(name, size: size, .made(make), .standard)
    }

    /// Of bytes at hand.
    package static func bytes(_ bytes: [UInt8], name: String) -> Input {
        made(name, size: bytes.count) {
            var isRead = false
            return MadeSource {
                defer { isRead = true }
                return isRead ? nil : bytes
            }
        }
    }

    /// Where the bytes lie on the disk: of a member, its archive; nil for bytes that are made.
    package var path: String? {
        switch place {
        case .file(let path), .gzip(let path): path
        case .member(let archive, _): archive.path
        case .made: nil
        }
    }

    /// The bytes from the beginning, inflated. Throws ``InputFault``.
    package func open() throws -> any ByteSource {
        switch place {
        case .file(let path): try FileSource(path: path)
        case .gzip(let path): try InflatingSource.gzip(path, limits: limits)
        case .member(let archive, let number): try archive.open(number, limits: limits)
        case .made(let make): make()
        }
    }

    /// A key of the content, for seeing whether it has changed: of a file on the disk its own bytes, so that gzip is
    /// not inflated for it. Throws ``InputFault``.
    package func contentHash() throws -> String {
        let source =
            switch place {
            case .gzip(let path): try FileSource(path: path)
            default: try open()
            }
        var hash = XXHash64()
        try withUnsafeTemporaryAllocation(byteCount: 128 << 10, alignment: 16) { buffer in
            while true {
                let count = try source.read(into: buffer)
                if count == 0 { break }
                hash.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
        return hash.text
    }
}

/// A file whose activities an index holds; one within an archive stands for itself.
package struct ExtractFile: Hashable, Sendable {
    /// What the file system says of a file; of one within an archive, what it says of the archive. While it stays
    /// the same, the file is taken to be the same.
    package struct Stamp: Hashable, Sendable {
        package var device: Int64
        package var inode: Int64
        /// Nanoseconds since 1970.
        package var modified: Int64
        package var size: Int64

        package init(device: Int64, inode: Int64, modified: Int64, size: Int64) {
            self.device = device
            self.inode = inode
            self.modified = modified
            self.size = size
        }
    }

    /// As messages and citations name it: `archive.zip/member.xml`.
    package var name: String
    /// Of its content.
    package var hash: String
    /// Of XML, unpacked.
    package var bytes: Int
    package var stamp: Stamp
    /// Of the standard, as the file says it.
    package var version: String?
    package var activities: Int
    /// Why nothing was taken from it; nil when something was.
    package var note: String?
    package var problems: [ProblemCount]

    package init(
        name: String, hash: String, bytes: Int, stamp: Stamp, version: String?, activities: Int,
        note: String?,
        problems: [ProblemCount]
    ) {
        self.name = name
        self.hash = hash
        self.bytes = bytes
        self.stamp = stamp
        self.version = version
        self.activities = activities
        self.note = note
        self.problems = problems
    }
}

/// Problems of one kind: how many there are, and the first.
package struct ProblemCount: Hashable, Sendable {
    package var first: Problem
    package var count: Int

    package init(first: Problem, count: Int) {
        self.first = first
        self.count = count
    }
}

/// An activity as it was read from a file, laid out flat.
package struct Extract: Sendable {
    /// In the order of the files and within them, from 1.
    package var key: Int64
    /// The key of its file.
    package var file: Int64
    package var line: Int
    /// As published; nil when there is none.
    package var identifier: String?
    package var body: [UInt8]
}

/// A file that an index was imported from.
package struct DataFile: Hashable, Sendable {
    /// As messages call it: `archive.zip/member.xml`.
    package var path: String
    /// Of its content, in hexadecimal.
    package var hash: String
    package var bytes: Int
    /// The version of the standard that it declares.
    package var version: String?
    package var activities: Int
    package var problems: Int

    package init(
        path: String, hash: String, bytes: Int, version: String? = nil, activities: Int = 0,
        problems: Int = 0
    ) {
        self.path = path
        self.hash = hash
        self.bytes = bytes
        self.version = version
        self.activities = activities
        self.problems = problems
    }
}

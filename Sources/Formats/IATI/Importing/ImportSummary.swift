import Model

/// What came of an import.
package struct ImportSummary: Hashable, Codable, Sendable {
    /// A file of which nothing was taken, and why.
    package struct SkippedFile: Hashable, Codable, Sendable {
        package var file: String
        package var reason: String
    }

    /// Problems of one kind.
    package struct Kind: Hashable, Codable, Sendable {
        package struct Example: Hashable, Codable, Sendable {
            package var file: String
            package var line: Int?
            package var message: String
            package var mend: String
        }

        package var code: String
        package var isError: Bool
        package var count: Int
        package var examples: [Example]
    }

    /// Files that were found; of them read now, and taken over as they were.
    package var files = 0
    package var read = 0
    package var unchanged = 0
    /// Files of the index that was there and that are not there any more.
    package var removed = 0
    /// Activities of the index, those with one identifier counted once.
    package var activities = 0
    /// Activities that joined another with the same identifier.
    package var merged = 0
    package var transactions = 0
    package var organisations = 0
    package var skippedFiles: [SkippedFile] = []
    /// Errors first, then by how many there are.
    package var problems: [Kind] = []
    package var seconds = 0.0
    /// Of XML, unpacked.
    package var bytes = 0
    /// Files of which something could not be read, skipped or not, and paths at which nothing could.
    package var faulty = 0
    /// Whether there was nothing to do: the index is as it was.
    package var isUpToDate = false

    package var errors: Int { problems.filter(\.isError).reduce(0) { $0 + $1.count } }
    package var warnings: Int { problems.filter { !$0.isError }.reduce(0) { $0 + $1.count } }

    /// How many examples of a kind are kept.
    static let examples = 5
}

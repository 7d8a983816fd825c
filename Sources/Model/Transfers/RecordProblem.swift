/// How often a kind of problem was met in what is published of a record, and where first.
package struct RecordProblem: Hashable, Sendable {
    package var code: String
    package var count: Int
    /// Of the first, in the file that the record's first citation names.
    package var line: Int

    package init(code: String, count: Int, line: Int) {
        self.code = code
        self.count = count
        self.line = line
    }
}

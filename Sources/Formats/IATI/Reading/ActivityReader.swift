/// Reads the activities of a file, one by one, in memory that does not grow with the file.
///
/// A file with mistakes is read as far as it goes, and they are told in the outcome. Where the XML is broken,
/// reading goes on at the next activity. What only hostile files hold ends the reading, and nothing of such a file
/// counts (``ReadingOutcome/isRefused``).
package struct ActivityReader: Sendable {
    private let limits: Limits
    private let scope: Scope

    package init(limits: Limits = .standard, scope: Scope) {
        self.limits = limits
        self.scope = scope
    }

    /// Hands out the activities in the file's order, but one that stands within another before that other. Throws
    /// only what `each` throws. `file` is what problems call the file.
    package func read(
        _ input: Input, file: String, _ each: (ReadActivity) throws -> Void
    ) throws -> ReadingOutcome {
        var reading = FileReading(input, file: file, limits: limits, scope: scope)
        return try reading.run(each)
    }
}

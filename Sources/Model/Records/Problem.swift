/// Something wrong with data that was read: where it stands, what is wrong, and what to do about it.
package struct Problem: Hashable, Sendable {
    package enum Severity: String, Sendable {
        /// What was written cannot be used as it stands.
        case error
        /// It can be used, but is hardly what was meant.
        case warning
    }

    package var severity: Severity
    package var file: String
    /// From 1; nil when the problem is not one line's.
    package var line: Int?
    /// A stable slug for scripts: `unknown-key`, `dangling-id`.
    package var code: String
    /// One sentence, with the input quoted.
    package var message: String
    /// One sentence: what to do.
    package var mend: String

    package init(
        _ severity: Severity = .error, file: String, line: Int?, code: String, message: String, mend: String
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.code = code
        self.message = message
        self.mend = mend
    }
}

extension Problem: Comparable {
    /// By file, then by line; what concerns a whole file comes before its lines.
    package static func < (left: Problem, right: Problem) -> Bool {
        (left.file, left.line ?? 0, left.code, left.message)
            < (right.file, right.line ?? 0, right.code, right.message)
    }
}

import Model

/// What came of reading a file.
package struct ReadingOutcome: Sendable {
    /// One for each kind of thing that was wrong, at its first place, with how often.
    package var problems: [Problem] = []
    /// How many were handed out.
    package var activities = 0
    /// Of XML, inflated.
    package var bytes = 0
    /// The file was made to break readers, or is no whole file. Whoever took activities of it must forget them:
    /// nothing of it counts.
    package var isRefused = false
    /// The name of the outermost element; nil when there is none.
    package var root: String?
    /// Of the first `iati-activities`, as written.
    package var version: String?
    /// When the file was made: `generated-datetime` of the first `iati-activities`, as written.
    package var generated: String?
    /// The outermost element with all that is outside activities, in scope `.everything`; nil when the file is
    /// refused.
    package var frame: Element?
}

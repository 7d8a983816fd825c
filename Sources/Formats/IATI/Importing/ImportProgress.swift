import Model

/// How far an import is.
package struct ImportProgress: Sendable {
    package enum Phase: Hashable, Sendable {
        /// Files are looked for, and compared with those of the index that is there.
        case finding
        case reading
        /// What was read becomes records.
        case mapping
        case compiling(IndexWatch.Phase)

        /// In words, to be told: `reading`.
        package var words: String {
            switch self {
            case .finding: "looking for files"
            case .reading: "reading"
            case .mapping: "sorting out"
            case .compiling(.references): "tying records together"
            case .compiling(.lists): "preparing lists"
            case .compiling(.profiles): "preparing comparisons"
            case .compiling(.search): "making it searchable"
            case .compiling(.indexes): "putting in order"
            case .compiling(.filters): "preparing filters"
            case .compiling(.coverage): "preparing coverage"
            case .compiling(.saving): "saving"
            }
        }
    }

    package var phase: Phase
    /// Of the files, as they lie on the disk: read so far, and of all that are to be read.
    package var bytes = 0
    package var totalBytes = 0
    package var files = 0
    package var totalFiles = 0
    /// While it maps: of ``totalActivities``.
    package var activities = 0
    package var totalActivities = 0

    package init(phase: Phase) { self.phase = phase }
}

/// Why nothing is imported; the wording is the caller's. The index that is there stays as it is.
package enum ImportError: Error {
    /// A path that was named and where nothing is.
    case missing(String)
    /// A path that was named and that cannot be read.
    case unreadable(String)
    /// None of the files holds an activity: why, file by file.
    case nothing([String], skipped: [ImportSummary.SkippedFile])
    /// There is something else where the index is to be.
    case notAnIndex(String)
    /// The folder in which the index is to be is not there.
    case noFolder(String)
    /// An index that keeps nothing of which it could be compiled anew.
    case nothingKept(String)
    /// An index of files and dossiers together, which keeps nothing of the dossiers.
    case joined(String)
    /// An extract that was kept is damaged.
    case damaged(String)
}

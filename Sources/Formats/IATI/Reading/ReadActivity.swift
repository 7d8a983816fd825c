/// One activity as it stands in its file.
package struct ReadActivity: Sendable {
    package let element: Element
    /// Of the `iati-activities` around it, as written.
    package let version: String?
    /// False when the file broke off within it: it holds its parts that were whole.
    package let isComplete: Bool
    /// How far into the file, as it lies on the disk, reading had come; for a bar of progress.
    package let bytesRead: Int

    /// Where it begins, from 1.
    package var line: Int { element.line }
}

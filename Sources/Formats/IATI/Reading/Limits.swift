/// How much a file may ask of a reader. Real files stay far below; what goes beyond was made to break readers, or
/// is broken, and the file is refused as a whole.
package struct Limits: Sendable {
    /// Elements within one another. The standard needs nine.
    package var depth = 100
    /// Attributes of one element. The standard needs twelve.
    package var attributes = 100
    /// Names of namespaces that hold at one place.
    package var namespaces = 200
    /// Bytes of the name of an element or attribute, prefix included.
    package var name = 300
    /// Bytes of one tag, from `<` to `>`.
    package var tag = 256 << 10
    /// Bytes of text between two tags.
    package var text = 4 << 20
    /// Bytes of one comment or processing instruction.
    package var remark = 64 << 20
    /// Bytes that one activity takes in memory, those within it included.
    package var activity = 24 << 20
    /// Places at which one file may be broken and reading goes on after each; then it ends.
    package var breaks = 1000

    /// Bytes that are taken in at once.
    package var chunk = 64 << 10

    /// Bytes that one file may be inflated to.
    package var inflated = 64 << 30
    /// Bytes that a compressed byte may be inflated to. Repetitive XML reaches 100.
    package var ratio = 250
    /// Bytes that may be inflated before ``ratio`` counts.
    package var unquestioned = 16 << 20
    /// Files in an archive. An archive within an archive is not read at all.
    package var members = 200_000
    /// Folders within one another.
    package var folders = 64

    package init() {}

    package static let standard = Limits()
}

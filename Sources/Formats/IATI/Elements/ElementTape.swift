/// An element of a file and all that is in it, laid out flat: three arrays whatever its size. It costs a reader
/// next to nothing, goes from one thread to another, and is kept as it is in an index.
package final class ElementTape: Sendable {
    struct Node: Sendable {
        /// Nil for a name that IATI does not know: then ``foreign`` says which.
        var tag: Tag?
        var foreign: UInt32
        var line: UInt32
        /// One past the last node within this one.
        var end: UInt32
        var firstAttribute: UInt32
        var attributeCount: UInt32
        var text: Span
    }

    struct Attribute: Sendable {
        var tag: Tag?
        var foreign: UInt32
        var value: Span
    }

    /// A stretch of ``bytes``.
    struct Span: Sendable {
        var start: UInt32 = 0
        var count: UInt32 = 0
    }

    let nodes: [Node]
    let attributes: [Attribute]
    /// Texts and values, UTF-8.
    let bytes: [UInt8]
    /// Names that IATI does not know, with their namespace's prefix if any.
    let foreignNames: [String]

    init(nodes: [Node], attributes: [Attribute], bytes: [UInt8], foreignNames: [String]) {
        self.nodes = nodes
        self.attributes = attributes
        self.bytes = bytes
        self.foreignNames = foreignNames
    }

    /// The outermost element.
    package var root: Element { Element(tape: self, index: 0) }

    func string(_ span: Span) -> String {
        let start = Int(span.start)
        return String(decoding: bytes[start..<start + Int(span.count)], as: UTF8.self)
    }
}

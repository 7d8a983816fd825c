/// An element of an ``ElementTape``.
package struct Element: Sendable {
    let tape: ElementTape
    let index: Int

    private var node: ElementTape.Node { tape.nodes[index] }

    /// What it is; nil for a name that IATI does not know.
    package var tag: Tag? { node.tag }

    /// As in the file, with a foreign namespace's prefix.
    package var name: String { tag?.name ?? tape.foreignNames[Int(node.foreign)] }

    /// In its file, from 1.
    package var line: Int { Int(node.line) }

    /// The text directly in it, as written.
    package var text: String { tape.string(node.text) }

    /// The value of an attribute as written; nil when it is not there.
    package subscript(tag: Tag) -> String? {
        let node = node
        for position in Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)
        where tape.attributes[position].tag == tag {
            return tape.string(tape.attributes[position].value)
        }
        return nil
    }

    /// All attributes by name, as written.
    package var attributes: [(name: String, value: String)] {
        let node = node
        return tape.attributes[Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)].map
        {
            ($0.tag?.name ?? tape.foreignNames[Int($0.foreign)], tape.string($0.value))
        }
    }

    /// All attributes with what they are, as written; nil for those that IATI does not know.
    var attributeTags: [(tag: Tag?, name: String, value: String)] {
        let node = node
        return tape.attributes[Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)].map
        {
            ($0.tag, $0.tag?.name ?? tape.foreignNames[Int($0.foreign)], tape.string($0.value))
        }
    }

    /// The elements directly in it, in the file's order.
    package var children: some Sequence<Element> {
        sequence(state: index + 1) { [tape, end = Int(node.end)] next in
            guard next < end else { return nil }
            defer { next = Int(tape.nodes[next].end) }
            return Element(tape: tape, index: next)
        }
    }

    package func children(_ tag: Tag) -> some Sequence<Element> { children.lazy.filter { $0.tag == tag } }

    package func first(_ tag: Tag) -> Element? { children.first { $0.tag == tag } }
}

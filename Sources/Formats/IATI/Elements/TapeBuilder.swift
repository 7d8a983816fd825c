/// Lays elements out as they open and close. What is opened must be closed before ``finish()``.
struct TapeBuilder {
    private var nodes: [ElementTape.Node] = []
    private var attributes: [ElementTape.Attribute] = []
    private var bytes: [UInt8] = []
    private var foreignNames: [String] = []
    private var foreignNumbers: [String: UInt32] = [:]
    /// The nodes that are open, outermost first.
    private var open: [Int] = []

    /// How many elements are open.
    var depth: Int { open.count }

    /// About how many bytes it takes in memory.
    var cost: Int {
        nodes.count * MemoryLayout<ElementTape.Node>.stride
            + attributes.count * MemoryLayout<ElementTape.Attribute>.stride
            + bytes.count + 128 * foreignNames.count
    }

    /// Opens an element; its attributes follow, before anything else.
    mutating func open(_ tag: Tag?, foreign name: @autoclosure () -> String, line: Int) {
        open.append(nodes.count)
        nodes.append(
            ElementTape.Node(
                tag: tag, foreign: tag == nil ? number(of: name()) : 0, line: UInt32(clamping: line), end: 0,
                firstAttribute: UInt32(attributes.count), attributeCount: 0, text: ElementTape.Span()))
    }

    mutating func attribute(
        _ tag: Tag?, foreign name: @autoclosure () -> String, _ value: some Collection<UInt8>
    ) {
        guard let element = open.last else { return }
        attributes.append(
            ElementTape.Attribute(
                tag: tag, foreign: tag == nil ? number(of: name()) : 0, value: append(value)))
        nodes[element].attributeCount += 1
    }

    /// Text in the element that was opened last and is not closed; it may come in pieces, with elements between.
    mutating func text(_ text: some Collection<UInt8>) {
        guard let element = open.last else { return }
        let before = nodes[element].text
        if before.count > 0 && Int(before.start + before.count) != bytes.count {
            // Elements stand between the pieces: bring the pieces together.
            nodes[element].text.start = UInt32(bytes.count)
            bytes.append(contentsOf: bytes[Int(before.start)..<Int(before.start + before.count)])
        }
        let piece = append(text)
        if before.count == 0 { nodes[element].text.start = piece.start }
        nodes[element].text.count += piece.count
    }

    mutating func close() {
        guard let element = open.popLast() else { return }
        nodes[element].end = UInt32(nodes.count)
    }

    /// Takes back what is open but the outermost element: of that stay the children that are closed.
    mutating func dropOpenParts() {
        guard open.count > 1 else { return }
        let child = open[1]
        attributes.removeLast(attributes.count - Int(nodes[child].firstAttribute))
        nodes.removeLast(nodes.count - child)
        open.removeLast(open.count - 1)
    }

    /// The tape; the builder is empty again.
    mutating func finish() -> ElementTape {
        while !open.isEmpty { close() }
        defer { self = TapeBuilder() }
        return ElementTape(nodes: nodes, attributes: attributes, bytes: bytes, foreignNames: foreignNames)
    }

    private mutating func append(_ value: some Collection<UInt8>) -> ElementTape.Span {
        let start = bytes.count
        bytes.append(contentsOf: value)
        return ElementTape.Span(start: UInt32(start), count: UInt32(bytes.count - start))
    }

    private mutating func number(of name: String) -> UInt32 {
        if let number = foreignNumbers[name] { return number }
        let number = UInt32(foreignNames.count)
        foreignNames.append(name)
        foreignNumbers[name] = number
        return number
    }
}

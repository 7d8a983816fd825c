/// A tape as bytes, as the table `extract` of an index keeps it: about a third of the XML that it was read from.
///
/// Numbers are little-endian base 128 (seven bits a byte, the lowest first, the high bit set on all but the last).
/// In this order: the format (1); the version of the standard that the file names; the names that IATI does not
/// know; how many elements, attributes and bytes of text there are; each element; each attribute; the text. Where
/// something starts is not kept: values and texts lie in the order of the elements, an element's values first.
enum TapeCoding {
    private static let format: UInt8 = 1
    /// Stands for a name that IATI does not know; its number follows.
    private static let foreign = UInt8.max

    /// Changes with the format, with the numbers of the tags, and with what is left out of activities: extracts of
    /// another version are read anew.
    static let version: String = {
        var key = ContentKey()
        for tag in Tag.allCases { key.add(tag.name) }
        for tag in Scope.unused.sorted(by: { $0.rawValue < $1.rawValue }) { key.add(tag.name) }
        return "\(format)-\(key.text)"
    }()

    // MARK: To bytes

    static func encode(_ tape: ElementTape, version: String?) -> [UInt8] {
        var writer = ByteWriter(
            capacity: tape.bytes.count + 8 * tape.nodes.count + 4 * tape.attributes.count + 64)
        writer.byte(format)
        writer.number((version?.utf8.count).map { $0 + 1 } ?? 0)
        if let version { writer.bytes(version.utf8) }
        writer.number(tape.foreignNames.count)
        for name in tape.foreignNames {
            writer.number(name.utf8.count)
            writer.bytes(name.utf8)
        }
        writer.number(tape.nodes.count)
        writer.number(tape.nodes.reduce(0) { $0 + Int($1.attributeCount) })
        writer.number(length(of: tape))
        var line = 0
        for (index, node) in tape.nodes.enumerated() {
            name(node.tag, node.foreign, &writer)
            writer.signed(Int(node.line) - line)
            line = Int(node.line)
            writer.number(Int(node.end) - index)
            writer.number(Int(node.attributeCount))
            writer.number(Int(node.text.count))
        }
        for node in tape.nodes {
            for attribute in attributes(of: node, tape) {
                name(attribute.tag, attribute.foreign, &writer)
                writer.number(Int(attribute.value.count))
            }
        }
        for node in tape.nodes {
            for attribute in attributes(of: node, tape) { writer.bytes(stretch(attribute.value, tape)) }
            writer.bytes(stretch(node.text, tape))
        }
        return writer.bytes
    }

    private static func attributes(
        of node: ElementTape.Node, _ tape: ElementTape
    ) -> ArraySlice<ElementTape.Attribute> {
        let first = Int(node.firstAttribute)
        return tape.attributes[first..<first + Int(node.attributeCount)]
    }

    private static func stretch(_ span: ElementTape.Span, _ tape: ElementTape) -> ArraySlice<UInt8> {
        tape.bytes[Int(span.start)..<Int(span.start) + Int(span.count)]
    }

    /// How many bytes values and texts have together; a tape may hold others that nothing refers to.
    private static func length(of tape: ElementTape) -> Int {
        tape.nodes.reduce(0) { sum, node in
            attributes(of: node, tape).reduce(sum + Int(node.text.count)) { $0 + Int($1.value.count) }
        }
    }

    private static func name(_ tag: Tag?, _ number: UInt32, _ writer: inout ByteWriter) {
        writer.byte(tag?.rawValue ?? foreign)
        if tag == nil { writer.number(Int(number)) }
    }

    // MARK: From bytes

    /// The tape and the version of the standard; throws for bytes that ``encode(_:version:)`` does not make.
    static func decode(_ bytes: [UInt8]) throws(Corrupt) -> (tape: ElementTape, version: String?) {
        do {
            return try bytes.withUnsafeBytes { buffer in
                var reader = ByteReader(buffer)
                return try decode(&reader)
            }
        } catch { throw Corrupt() }
    }

    /// Bytes that are no tape.
    struct Corrupt: Error {}

    private static func decode(
        _ reader: inout ByteReader
    ) throws(Corrupt) -> (tape: ElementTape, version: String?) {
        guard try reader.byte() == format else { throw Corrupt() }
        let versionCount = try reader.count()
        let version = versionCount == 0 ? nil : try reader.text(versionCount - 1)
        var foreignNames: [String] = []
        for _ in 0..<(try reader.count()) { foreignNames.append(try reader.text(try reader.count())) }
        // Each element and each attribute takes bytes: no count makes us reserve more than what is there.
        let (nodeCount, attributeCount) = (try reader.count(), try reader.count())
        let byteCount = try reader.count()
        guard nodeCount > 0, byteCount < UInt32.max else { throw Corrupt() }

        var nodes = try elements(nodeCount, attributeCount, foreignNames.count, &reader)
        var attributes: [ElementTape.Attribute] = []
        attributes.reserveCapacity(attributeCount)
        for _ in 0..<attributeCount {
            let (tag, foreign) = try name(foreignNames.count, &reader)
            let count = UInt32(try reader.count())
            attributes.append(
                ElementTape.Attribute(tag: tag, foreign: foreign, value: ElementTape.Span(count: count)))
        }
        let end = place(&nodes, &attributes)
        guard end == byteCount, reader.rest == byteCount else { throw Corrupt() }
        let tape = ElementTape(
            nodes: nodes, attributes: attributes, bytes: try reader.bytes(byteCount),
            foreignNames: foreignNames)
        return (tape, version)
    }

    /// The elements, each within the one that it stands in.
    private static func elements(
        _ count: Int, _ attributeCount: Int, _ foreignCount: Int, _ reader: inout ByteReader
    ) throws(Corrupt) -> [ElementTape.Node] {
        var nodes: [ElementTape.Node] = []
        nodes.reserveCapacity(count)
        /// The ends of the elements that are open, innermost last.
        var open: [Int] = []
        var (line, attributes) = (0, 0)
        for index in 0..<count {
            let (tag, foreign) = try name(foreignCount, &reader)
            line += try reader.signed()
            let end = index + (try reader.count(upTo: count - index))
            let ownAttributes = try reader.count(upTo: attributeCount - attributes)
            let text = try reader.count()
            while let last = open.last, last == index { open.removeLast() }
            // All stand in the first, which ends with the last of them.
            guard end > index, end <= open.last ?? count, index > 0 || end == count,
                0...Int(UInt32.max) ~= line
            else { throw Corrupt() }
            open.append(end)
            nodes.append(
                ElementTape.Node(
                    tag: tag, foreign: foreign, line: UInt32(line), end: UInt32(end),
                    firstAttribute: UInt32(attributes), attributeCount: UInt32(ownAttributes),
                    text: ElementTape.Span(count: UInt32(text))))
            attributes += ownAttributes
        }
        guard attributes == attributeCount else { throw Corrupt() }
        return nodes
    }

    /// Gives each value and each text its place; the place after the last.
    private static func place(
        _ nodes: inout [ElementTape.Node], _ attributes: inout [ElementTape.Attribute]
    ) -> Int {
        // Counted in 64 bits: what is damaged may name more than there can be.
        var next = 0
        for index in nodes.indices {
            let first = Int(nodes[index].firstAttribute)
            for position in first..<first + Int(nodes[index].attributeCount) {
                attributes[position].value.start = UInt32(truncatingIfNeeded: next)
                next += Int(attributes[position].value.count)
            }
            nodes[index].text.start = UInt32(truncatingIfNeeded: next)
            next += Int(nodes[index].text.count)
        }
        return next
    }

    private static func name(
        _ foreignCount: Int, _ reader: inout ByteReader
    ) throws(Corrupt) -> (Tag?, UInt32) {
        let byte = try reader.byte()
        if byte == foreign {
            let number = try reader.count()
            guard number < foreignCount else { throw Corrupt() }
            return (nil, UInt32(number))
        }
        guard let tag = Tag(rawValue: byte) else { throw Corrupt() }
        return (tag, 0)
    }
}

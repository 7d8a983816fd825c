import CLibXML2

/// What the parser's names mean. A parser gives equal names as one pointer into its packed
/// store of names, so that a name is looked up by its
/// letters only when it is met first. Each parser needs a cache of its own.
struct TagCache {
    private struct Entry {
        var name: xml_bytes?
        var tag: Tag?
    }

    private static let size = 1024
    private var entries = Array(repeating: Entry(), count: size)

    mutating func tag(_ name: xml_bytes) -> Tag? {
        let slot = Int(bitPattern: name) & (Self.size - 1)
        if entries[slot].name == name { return entries[slot].tag }
        let tag = Tag(name: String(cString: name))
        entries[slot] = Entry(name: name, tag: tag)
        return tag
    }
}

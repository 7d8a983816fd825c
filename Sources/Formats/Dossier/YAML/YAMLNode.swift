/// A node of a YAML file: what was written, and on which line. Scalars are text as written; nothing in them is
/// taken for a number, a date, a truth value or null.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        case scalar(String)
        case list([YAMLNode])
        case mapping([YAMLPair])
        /// Refused, and reported already: whoever comes upon it says nothing more.
        case refused
    }

    let content: Content
    let line: Int

    /// Whether nothing stands there: `period:`, `""`, `[]`.
    var isEmpty: Bool {
        switch content {
        case .scalar(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .mapping(let pairs): pairs.isEmpty
        case .refused: false
        }
    }

    /// The items of a list, or the node itself as the only one.
    var items: [YAMLNode] {
        if case .list(let items) = content { items } else { [self] }
    }
}

/// A key of a mapping with its value.
struct YAMLPair: Sendable {
    let key: String
    let line: Int
    let value: YAMLNode
}

extension Sequence where Element == YAMLPair {
    subscript(key: String) -> YAMLNode? { first { $0.key == key }?.value }
}

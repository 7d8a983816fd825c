/// What one kind of element may hold, by one generation of the standard.
struct ElementShape: Sendable {
    struct Attribute: Sendable {
        let tag: Tag
        let isRequired: Bool
        let type: ValueType
        /// The first version that has it; nil for one that always was.
        let since: StandardVersion?
    }

    struct Child: Sendable {
        let tag: Tag
        let isRequired: Bool
        let isRepeatable: Bool
        /// The number of its shape in ``Structure/shapes``.
        let shape: Int
        let since: StandardVersion?
    }

    /// What may stand between the tags.
    enum Text: Sendable {
        /// Nothing but white space.
        case none
        /// A value; no elements.
        case value(ValueType)
        /// Text, and elements of other namespaces between.
        case mixed
    }

    var attributes: [Attribute] = []
    var children: [Child] = []
    var text = Text.none
    /// Whether the children come in the order of ``children``; if not, then also as often as one likes.
    var isOrdered = true
    /// Whether attributes of other namespaces may stand on it.
    var isClosed = false
    /// Whether it must hold an element.
    var isFilled = false

    /// Where a child stands in ``children``.
    func position(of tag: Tag) -> Int? { children.firstIndex { $0.tag == tag } }
}

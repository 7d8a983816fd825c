import Model

/// Text with headings, labelled fields, items, figures and links: what a record, an overview or a face to
/// face is before it has a width. The explorer scrolls it, the command line prints it.
package struct Document: Sendable {
    /// A run of text in one style; with a view, a link to it.
    package struct Span: Hashable, Sendable {
        package var text: SafeText
        package var style: Style
        package var target: View?

        package init(_ text: SafeText, _ style: Style = .plain, target: View? = nil) {
            self.text = text
            self.style = style
            self.target = target
        }

        /// A link to a record.
        package static func link(_ text: SafeText, _ id: String) -> Span {
            Span(text, .link, target: .record(id))
        }
    }

    package enum Block: Sendable {
        case title([Span])
        case heading(SafeText)
        case paragraph([Span], indent: Int)
        /// A label in the left column, its text beside it.
        case field(SafeText, [Span])
        /// A bulleted line; what does not fit hangs under its text.
        case item([Span], indent: Int)
        /// One line: a text that is cut to fit, and a remark after it that is not.
        case entry(Span, remark: SafeText)
        /// Two texts side by side where there is room, one below the other where not.
        case pair([Block], [Block])
        /// A picture of its own for a given width.
        case figure(@Sendable (Int) -> Canvas)
        case blank
    }

    package var blocks: [Block]

    package init(_ blocks: [Block] = []) { self.blocks = blocks }

    package mutating func add(_ block: Block) { blocks.append(block) }

    package mutating func heading(_ text: SafeText) {
        if !blocks.isEmpty { blocks.append(.blank) }
        blocks.append(.heading(text))
    }

    package mutating func field(_ label: SafeText, _ text: SafeText, _ style: Style = .plain) {
        blocks.append(.field(label, [Span(text, style)]))
    }
}

extension Document.Span: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self.init(SafeText(value)) }
}

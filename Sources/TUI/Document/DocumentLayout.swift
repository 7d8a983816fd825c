import Model

/// A document set in lines of a width.
package struct DocumentLayout: Sendable {
    /// A piece of a line.
    package struct Piece: Hashable, Sendable {
        package let x: Int
        package let text: SafeText
        package let style: Style
        /// Index into ``DocumentLayout/links``.
        package let link: Int?
    }

    package enum Line: Sendable {
        case pieces([Piece])
        /// One row of a figure.
        case figure(Canvas, row: Int, x: Int)
    }

    /// A link and where it first stands.
    package struct Link: Hashable, Sendable {
        package let target: View
        package let line: Int
        package let x: Int
    }

    package let width: Int
    package private(set) var lines: [Line] = []
    package private(set) var links: [Link] = []
    private let labelWidth: Int

    package init(_ document: Document, width: Int) {
        self.width = max(1, width)
        labelWidth = width >= 60 ? 16 : width >= 36 ? 14 : 0
        for block in document.blocks { add(block) }
    }

    private mutating func add(_ block: Document.Block) {
        switch block {
        case .title(let spans):
            add(spans.map { Document.Span($0.text, $0.style.with(bold: true), target: $0.target) }, 0, 0)
        case .heading(let text): add([Document.Span(SafeText(text.string.uppercased()), .bold)], 0, 0)
        case .paragraph(let spans, let indent): add(spans, indent, indent)
        case .field(let label, let spans) where labelWidth > 0 && label.columns < labelWidth:
            let gap = SafeText(String(repeating: " ", count: labelWidth - label.columns))
            add([Document.Span(label, .dim), Document.Span(gap)] + spans, 0, labelWidth)
        case .field(let label, let spans):
            add([Document.Span(label, .dim)], 0, 0)
            add(spans, 2, 2)
        case .item(let spans, let indent): add([Document.Span("· ", .dim)] + spans, indent, indent + 2)
        case .entry(let span, let remark):
            let room = width - 2 - (remark.isEmpty ? 0 : remark.columns + 2)
            let fitted = Document.Span(span.text.fitted(to: max(4, room)), span.style, target: span.target)
            add(
                [
                    Document.Span("· ", .dim), fitted,
                    Document.Span(remark.isEmpty ? "" : "  " + remark, .dim),
                ], 0, 2)
        case .pair(let left, let right): addPair(left, right)
        case .figure(let draw):
            let canvas = draw(width)
            for row in 0..<canvas.size.height { lines.append(.figure(canvas, row: row, x: 0)) }
        case .blank: lines.append(.pieces([]))
        }
    }

    /// Breaks spans into lines at spaces; the first line begins at `first`, the others at `rest`.
    private mutating func add(_ spans: [Document.Span], _ first: Int, _ rest: Int) {
        var pieces: [Piece] = []
        var x = first
        var isFirstLine = true
        let rest = rest < width / 2 ? rest : 0
        func startsLine() -> Bool { x == (isFirstLine ? first : rest) }
        func breakLine() {
            lines.append(.pieces(pieces))
            pieces = []
            x = rest
            isFirstLine = false
        }
        var linked: [Int: Int] = [:]
        for cluster in Self.clusters(spans) {
            let clusterWidth = cluster.reduce(0) { $0 + $1.text.columns }
            if cluster[0].text == " " {
                // A space never begins a line, and one that does not fit ends it.
                if x >= width || (startsLine() && !isFirstLine) { continue }
            } else if x + clusterWidth > width && !startsLine() {
                breakLine()
            }
            for word in cluster {
                for part in Self.parts(word.text, width: max(1, width - x)) {
                    if x + part.columns > width && !startsLine() { breakLine() }
                    if let target = spans[word.span].target, linked[word.span] == nil {
                        links.append(Link(target: target, line: lines.count, x: x))
                        linked[word.span] = links.count - 1
                    }
                    pieces.append(
                        Piece(x: x, text: part, style: spans[word.span].style, link: linked[word.span]))
                    x += part.columns
                }
            }
        }
        lines.append(.pieces(pieces))
    }

    private mutating func addPair(_ left: [Document.Block], _ right: [Document.Block]) {
        guard width >= 70 else {
            for block in left { add(block) }
            lines.append(.pieces([]))
            for block in right { add(block) }
            return
        }
        let half = (width - 3) / 2
        let leftLayout = DocumentLayout(Document(left), width: half)
        let rightLayout = DocumentLayout(Document(right), width: half)
        let top = lines.count
        let leftLinks = links.count
        links += leftLayout.links.map { Link(target: $0.target, line: top + $0.line, x: $0.x) }
        let rightLinks = links.count
        links += rightLayout.links.map { Link(target: $0.target, line: top + $0.line, x: $0.x + half + 3) }
        for row in 0..<max(leftLayout.lines.count, rightLayout.lines.count) {
            var pieces = leftLayout.pieces(row).map {
                Piece(x: $0.x, text: $0.text, style: $0.style, link: $0.link.map { $0 + leftLinks })
            }
            pieces.append(Piece(x: half + 1, text: "│", style: .dim, link: nil))
            pieces += rightLayout.pieces(row).map {
                Piece(
                    x: $0.x + half + 3, text: $0.text, style: $0.style, link: $0.link.map { $0 + rightLinks })
            }
            lines.append(.pieces(pieces))
        }
    }

    private func pieces(_ row: Int) -> [Piece] {
        guard row < lines.count, case .pieces(let pieces) = lines[row] else { return [] }
        return pieces
    }

    /// A word, and the span that it is of.
    private struct Word {
        let text: SafeText
        let span: Int
    }

    /// What a line must not be broken within: words of neighbouring spans without a space between them, such
    /// as a link and the comma after it. A space is a cluster of its own.
    private static func clusters(_ spans: [Document.Span]) -> [[Word]] {
        var clusters: [[Word]] = []
        var joins = false
        for (index, span) in spans.enumerated() {
            for text in words(span.text) {
                let word = Word(text: text, span: index)
                if joins && text != " " {
                    clusters[clusters.count - 1].append(word)
                } else {
                    clusters.append([word])
                }
                joins = text != " "
            }
        }
        return clusters
    }

    /// Words and the single spaces between them.
    private static func words(_ text: SafeText) -> [SafeText] {
        var words: [SafeText] = []
        var current = ""
        for character in text.string {
            if character == " " {
                if !current.isEmpty { words.append(SafeText(current)) }
                current = ""
                words.append(" ")
            } else {
                current.append(character)
            }
        }
        if !current.isEmpty { words.append(SafeText(current)) }
        return words
    }

    private static func parts(_ word: SafeText, width: Int) -> [SafeText] {
        guard word.columns > width else { return [word] }
        var parts: [SafeText] = []
        var current = ""
        var columns = 0
        for character in word.string {
            if columns + character.columns > width {
                parts.append(SafeText(current))
                current = ""
                columns = 0
            }
            current.append(character)
            columns += character.columns
        }
        parts.append(SafeText(current))
        return parts
    }
}

extension DocumentLayout {
    /// Draws the lines from `first` on into `rect`; the selected link is reversed and marked.
    package func draw(into canvas: inout Canvas, _ rect: Rect, first: Int, selected: Int? = nil) {
        for row in 0..<rect.height where first + row >= 0 && first + row < lines.count {
            let y = rect.y + row
            switch lines[first + row] {
            case .pieces(let pieces):
                for piece in pieces {
                    let isSelected = piece.link != nil && piece.link == selected
                    let style = isSelected ? piece.style.with(bold: true, reversed: true) : piece.style
                    canvas.write(piece.text, rect.x + piece.x, y, style, in: rect)
                }
            case .figure(let figure, let figureRow, let x):
                canvas.draw(figure, from: Point(0, figureRow), in: Rect(rect.x + x, y, rect.width - x, 1))
            }
        }
    }

    /// The whole as one picture.
    package var canvas: Canvas {
        var canvas = Canvas(Size(width, lines.count))
        draw(into: &canvas, canvas.bounds, first: 0)
        return canvas
    }
}

extension Canvas {
    /// The rows with SGR sequences for colour and weight, for a terminal that is only printed to.
    package var coloured: String {
        var lines = (0..<size.height).map { colouredRow($0) }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private func colouredRow(_ y: Int) -> String {
        var cells = Array(row(y))
        while let last = cells.last, last.glyph == " ", !last.style.isReversed, !last.style.isUnderlined {
            cells.removeLast()
        }
        var line = ""
        var current = Style.plain
        for cell in cells {
            guard let glyph = cell.glyph else { continue }
            // A blank looks the same in every ink.
            let style =
                glyph == " " && !cell.style.isReversed && !cell.style.isUnderlined ? current : cell.style
            if style != current {
                line += "\u{1B}[" + style.sgr + "m"
                current = style
            }
            line.append(glyph)
        }
        if current != .plain { line += "\u{1B}[0m" }
        return line
    }
}

extension Style {
    /// The parameters of SGR (ECMA-48) that set this style from any other.
    fileprivate var sgr: String {
        var codes = ["0"]
        if isBold { codes.append("1") }
        if ink == .dim { codes.append("2") }
        if isUnderlined { codes.append("4") }
        if isReversed { codes.append("7") }
        if ink == .accent { codes.append("36") }
        if ink == .conflict { codes.append("31") }
        return codes.joined(separator: ";")
    }
}

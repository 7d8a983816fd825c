import Model

/// One line of text being typed, with the usual editing keys.
package struct TextEntry: Hashable, Sendable {
    package private(set) var text: String
    private var cursor: Int

    package init(_ text: String = "") {
        self.text = text
        cursor = text.count
    }

    /// Whether the key was one that edits.
    package mutating func edit(_ key: Key) -> Bool {
        var characters = Array(text)
        switch key {
        case .character(let character):
            insert(String(character))
            return true
        case .backspace, .control("h"):
            guard cursor > 0 else { return !text.isEmpty }
            cursor -= 1
            characters.remove(at: cursor)
        case .delete, .control("d"):
            guard cursor < characters.count else { return true }
            characters.remove(at: cursor)
        case .control("u"):
            characters.removeFirst(cursor)
            cursor = 0
        case .control("k"): characters.removeLast(characters.count - cursor)
        case .control("w"):
            var start = cursor
            while start > 0, characters[start - 1] == " " { start -= 1 }
            while start > 0, characters[start - 1] != " " { start -= 1 }
            characters.removeSubrange(start..<cursor)
            cursor = start
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        default: return false
        }
        text = String(characters)
        cursor = min(cursor, text.count)
        return true
    }

    /// Inserts text at the cursor. What is typed may join the character before it (an accent, a skin tone), so
    /// the cursor is counted anew.
    package mutating func insert(_ typed: String) {
        let before = String(text.prefix(cursor)) + typed
        let whole = before + text.dropFirst(cursor)
        cursor = min(before.count, whole.count)
        text = whole
    }

    /// Draws the prompt and the text, scrolled so that the cursor is seen, and puts the canvas's cursor there.
    package func draw(_ prompt: SafeText, into canvas: inout Canvas, _ rect: Rect) {
        guard !rect.isEmpty else { return }
        let start = canvas.write(prompt, rect.x, rect.y, .accent, in: rect)
        let room = max(1, rect.right - start - 1)
        let before = SafeText(String(text.prefix(cursor)))
        var skipped = 0
        while SafeText(String(text.prefix(cursor).dropFirst(skipped))).columns >= room { skipped += 1 }
        canvas.write(SafeText(String(text.dropFirst(skipped))), start, rect.y, .plain, in: rect)
        let hidden = SafeText(String(text.prefix(skipped))).columns
        canvas.cursor = Point(min(start + before.columns - hidden, rect.right - 1), rect.y)
    }
}

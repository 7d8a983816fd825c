@testable import TUI

/// Keys as one would tell them to somebody: `2 j j Enter / "wells" Esc C-l`.
enum KeyScript {
    static func keys(_ script: String) -> [Key] {
        var keys: [Key] = []
        var isQuoted = false
        for (index, piece) in script.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            isQuoted = index % 2 == 1
            if isQuoted {
                keys += piece.map(Key.character)
            } else {
                keys += piece.split(separator: " ").compactMap { key(String($0)) }
            }
        }
        return keys
    }

    private static func key(_ word: String) -> Key? {
        if let named = named[word] { return named }
        if word.hasPrefix("C-"), let letter = word.last { return .control(letter) }
        return word.count == 1 ? word.first.map(Key.character) : nil
    }

    private static let named: [String: Key] = [
        "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end,
        "PgUp": .pageUp, "PgDn": .pageDown, "Enter": .enter, "Tab": .tab, "S-Tab": .backTab,
        "Back": .backspace, "Del": .delete, "Esc": .escape, "F1": .function(1), "Space": .character(" "),
    ]
}

extension Explorer {
    /// Presses keys one after the other; gives all that was asked of the terminal.
    @discardableResult
    mutating func press(_ script: String) -> [Effect] {
        KeyScript.keys(script).flatMap { update(.key($0)) }
    }

    /// What is on the screen now.
    var screen: String { render(size).lines.joined(separator: "\n") }

    /// The row of the screen that the selection's marker stands in.
    var marked: String {
        render(size).lines.first { $0.hasPrefix(" >") || $0.hasPrefix(">") } ?? ""
    }
}

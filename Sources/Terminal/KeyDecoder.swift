import TUI

/// Makes events of what ncurses read: control characters, Alt, the escape sequences that the terminal's
/// description does not list, and pasted text.
struct KeyDecoder {
    enum Input: Equatable {
        case character(Unicode.Scalar)
        /// What ncurses recognised, or nil for what has no meaning here.
        case event(Event?)
    }

    /// Between the marks that the terminal puts around pasted text. Survives from one reading to the next.
    private var isPasting = false
    private var lastWasReturn = false
    private var inputs: ArraySlice<Input> = []
    private var events: [Event] = []

    /// Decodes all that was waiting. An escape at its end is the key: ncurses has waited for more.
    mutating func decode(_ inputs: [Input]) -> [Event] {
        self.inputs = inputs[...]
        events = []
        while let input = self.inputs.popFirst() {
            switch input {
            case .character("\u{1B}"): escape()
            case .character(let scalar) where isPasting: paste(scalar)
            case .character(let scalar): press(Self.key(scalar))
            case .event(let event):
                if let event, !isPasting { events.append(event) }
            }
        }
        return events
    }

    private mutating func press(_ key: Key?) {
        if let key, !isPasting { events.append(.key(key)) }
    }

    /// A paste never runs a command: its lines become one, and nothing in it is a key but what is text.
    private mutating func paste(_ scalar: Unicode.Scalar) {
        defer { lastWasReturn = scalar == "\r" }
        switch scalar {
        case "\n" where lastWasReturn: return
        case "\n", "\r", "\t": append(pasted: " ")
        default:
            if scalar.properties.generalCategory != .control { append(pasted: scalar) }
        }
    }

    /// What is pasted at once arrives as one event.
    private mutating func append(pasted scalar: Unicode.Scalar) {
        if case .pasted(var text) = events.last {
            text.unicodeScalars.append(scalar)
            events[events.count - 1] = .pasted(text)
        } else {
            events.append(.pasted(String(Character(scalar))))
        }
    }

    private static func key(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x00...0x1F:
            // Control takes two bits from the letter: 0x01 is Control-A, 0x1F is Control-underscore.
            .control(Character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)).lowercased()))
        case 0x80...0x9F: nil
        default: .character(Character(scalar))
        }
    }

    // MARK: - Escape sequences

    private var next: Unicode.Scalar? {
        if case .character(let scalar) = inputs.first { scalar } else { nil }
    }

    private mutating func take(while isTaken: (Unicode.Scalar) -> Bool) -> String {
        var taken = String.UnicodeScalarView()
        while let scalar = next, isTaken(scalar) {
            taken.append(scalar)
            inputs.removeFirst()
        }
        return String(taken)
    }

    /// What follows an escape character that ncurses could not place.
    private mutating func escape() {
        guard let scalar = next, scalar.value >= 0x20 else { return press(.escape) }
        inputs.removeFirst()
        switch scalar {
        case "[" where next != nil: controlSequence()
        case "O" where next != nil: keypadSequence()
        case "]" where hasStringEnd, "P" where hasStringEnd, "_" where hasStringEnd: skipString()
        default: press(.alt(Character(scalar)))
        }
    }

    /// ECMA-48, 5.4: parameters, intermediates, and a final character that says what it is.
    private mutating func controlSequence() {
        let parameters = take { (0x30...0x3F).contains($0.value) }
        _ = take { (0x20...0x2F).contains($0.value) }
        guard let final = next, (0x40...0x7E).contains(final.value) else { return }
        inputs.removeFirst()
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
        switch (final, numbers.first ?? nil) {
        case ("~", 200): isPasting = true
        case ("~", 201): isPasting = false
        case ("~", let number?): press(Self.numbered[number])
        // A mouse report in the old form: three characters more.
        case ("M", nil) where parameters.isEmpty: inputs = inputs.dropFirst(3)
        // The Linux console's function keys, where its description is not in use.
        case ("[", _): inputs = inputs.dropFirst()
        case (_, nil) where parameters.isEmpty, (_, 1): press(Self.lettered[final])
        default: break
        }
    }

    /// ESC O and a letter, with a modifier before it on some terminals.
    private mutating func keypadSequence() {
        _ = take { ("1"..."9").contains($0) }
        guard let final = next else { return }
        inputs.removeFirst()
        if let key = Self.lettered[final] { return press(key) }
        switch final.value {
        case 0x4D: press(.enter)
        case 0x58: press(.character("="))
        // The keypad: `j` to `y` stand for `*` to `9`, 64 places lower.
        case 0x6A...0x79: press(Self.key(Unicode.Scalar(UInt8(final.value - 0x40))))
        default: break
        }
    }

    /// Whether a terminal's answer begins here: a string that ends in what has already come.
    private var hasStringEnd: Bool {
        inputs.contains(.character("\u{07}")) || inputs.contains(.character("\u{1B}"))
    }

    private mutating func skipString() {
        _ = take { $0 != "\u{07}" && $0 != "\u{1B}" }
        if next == "\u{07}" {
            inputs.removeFirst()
        } else if inputs.starts(with: [.character("\u{1B}"), .character("\\")]) {
            inputs = inputs.dropFirst(2)
        }
    }

    /// The last letter of `ESC [ A`, `ESC O A` and `ESC [ 1 ; 5 A`.
    private static let lettered: [Unicode.Scalar: Key] = [
        "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
        "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
    ]

    /// The number in `ESC [ 3 ~`; Home and End have three encodings in use.
    private static let numbered: [Int: Key] = [
        1: .home, 7: .home, 4: .end, 8: .end, 3: .delete, 5: .pageUp, 6: .pageDown,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12),
    ]
}

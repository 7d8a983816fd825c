import CNcurses
import CRescue

/// What ncurses does not switch on and off by itself, and what gives the screen back when ncurses no longer
/// can.
struct Farewell {
    let pasteOn: String
    let pasteOff: String

    /// To be made after `newterm`.
    init() {
        // Not every description lists bracketed paste; those of terminals with a second screen that lack
        // it, lack it by age. Older terminals are sent nothing that they might print.
        let isModern = Self.capability("smcup") != nil
        pasteOn = Self.capability("BE") ?? (isModern ? "\u{1B}[?2004h" : "")
        pasteOff = Self.capability("BD") ?? (isModern ? "\u{1B}[?2004l" : "")
    }

    /// Hands the crash handlers their bytes.
    func prepare(mouse: Bool) {
        // CAN ends whatever sequence the crash cut short.
        var text = "\u{18}" + pasteOff
        if mouse { text += "\u{1B}[?1006l\u{1B}[?1000l" }
        for name in ["sgr0", "rmkx", "cnorm"] { text += Self.capability(name) ?? "" }
        text += Self.capability("rmcup") ?? "\r\n"
        let bytes = text.utf8.map { CChar(bitPattern: $0) }
        rescue_set_farewell(bytes, bytes.count)
    }

    /// A string of the terminal's description without its padding, `$<2>`, which `write` cannot do.
    private static func capability(_ name: String) -> String? {
        guard let value = curses_capability(name) else { return nil }
        return String(cString: value).replacing(#/\$<[^>]*>/#, with: "")
    }
}

import Foundation

/// The clipboard of the terminal in front of the user, by OSC 52: reachable through SSH, and without an
/// answer.
struct Clipboard {
    /// What most terminals and multiplexers take in one sequence, in bytes of base64.
    static let limit = 74_994

    private let environment: [String: String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    /// Sends `text` and says in words what happened.
    func copy(_ text: String) -> String {
        let count = text.count
        let characters = count == 1 ? "1 character" : "\(count) characters"
        let base64 = Data(text.utf8).base64EncodedString()
        guard base64.utf8.count <= Self.limit else {
            return "not copied: \(characters) are more than terminals take by OSC 52 "
                + "(\(Self.limit) bytes of base64)"
        }
        if isSet("TMUX") {
            if TmuxBuffer.load(text) {
                return "\(characters) in tmux's buffer, and sent on by OSC 52, which gives no answer"
            }
            Tty.write(Self.sequence(base64, through: .tmux))
        } else if isSet("STY") {
            Tty.write(Self.sequence(base64, through: .screen))
        } else if hasNoClipboard {
            return "not copied: a terminal of type \(environment["TERM"] ?? "dumb") has no clipboard (OSC 52)"
        } else {
            Tty.write(Self.sequence(base64, through: nil))
        }
        return "\(characters) sent to the clipboard by OSC 52, which gives no answer"
    }

    /// What stands between the program and the terminal and must be told to pass a sequence on.
    enum Multiplexer { case tmux, screen }

    /// The bytes that carry `base64`.
    static func sequence(_ base64: String, through multiplexer: Multiplexer?) -> String {
        let plain = "\u{1B}]52;c;\(base64)\u{07}"
        switch multiplexer {
        case nil: return plain
        case .tmux:
            // Escapes inside are doubled: tmux(1), allow-passthrough.
            return "\u{1B}Ptmux;\u{1B}\(plain)\u{1B}\\"
        case .screen:
            // Screen keeps strings of up to 256 bytes, so the sequence is passed on in pieces.
            var pieces = ""
            var rest = plain[...]
            while !rest.isEmpty {
                pieces += "\u{1B}P\(rest.prefix(200))\u{1B}\\"
                rest = rest.dropFirst(200)
            }
            return pieces
        }
    }

    private func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }

    private var hasNoClipboard: Bool {
        let type = environment["TERM"] ?? "dumb"
        let families = ["dumb", "linux", "vt", "ansi", "pcansi", "cons", "sun", "hurd", "mach", "wsvt"]
        return families.contains { type.hasPrefix($0) }
    }
}

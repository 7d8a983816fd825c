import Foundation
import Testing

@testable import Terminal

@Suite("The terminal's clipboard", .serialized)
struct ClipboardTests {
    @Test("OSC 52 carries the text to a terminal, past the picture")
    func plain() async throws {
        let terminal = try PseudoTerminal(.probe)
        try await terminal.waitFor("drawn")
        terminal.type("y")
        let base64 = Data("text of the view".utf8).base64EncodedString()
        try await terminal.waitFor("\u{1B}]52;c;\(base64)\u{07}")
    }

    @Test("what was done is said, and no more")
    func report() async throws {
        let session = try TmuxSession(.probe, environment: ["TERM": "xterm-256color"])
        try await session.waitFor("drawn")
        try session.keys("y")
        try await session.waitFor(
            "said 16 characters sent to the clipboard by OSC 52, which gives no answer")
        try session.keys("Y")
        try await session.waitFor("said not copied: 60000 characters are more than terminals take")
    }

    @Test("tmux takes it as it comes, without a setting of the user")
    func tmux() async throws {
        let session = try TmuxSession(.probe, width: 120, knowsTmux: true)
        try await session.waitFor("drawn")
        try session.keys("y")
        try await session.waitFor("said 16 characters in tmux's buffer, and sent on by OSC 52")
        #expect(try session.tmux(["show-buffer"]) == "text of the view")
    }

    @Test("a terminal without a clipboard is sent nothing", arguments: ["linux", "vt100"])
    func without(type: String) async throws {
        let terminal = try PseudoTerminal(.probe, environment: ["TERM": type])
        try await terminal.waitFor("drawn")
        terminal.type("y")
        try await terminal.waitFor("has no clipboard")
        #expect(!terminal.output.contains("]52;"))
    }

    @Test("multiplexers get the sequence wrapped as they take it")
    func wrapped() {
        #expect(
            Clipboard.sequence("QQ==", through: .tmux) == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;QQ==\u{07}\u{1B}\\")
        let long = Clipboard.sequence(String(repeating: "Q", count: 1000), through: .screen)
        let pieces = long.split(separator: "\u{1B}\\")
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.count < 250 })
        #expect(
            pieces.map { $0.dropFirst(2) }.joined()
                == Clipboard.sequence(String(repeating: "Q", count: 1000), through: nil))
    }
}

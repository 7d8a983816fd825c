import Model
import Testing

@testable import TUI

@Suite("Marks, notes, copies and the program's own keys")
struct KeepingTests {
    @Test("A mark is set, shown in lists, listed, and lifted")
    func marks() throws {
        let notes = try BasinDossier.notes()
        var explorer = try BasinDossier.explorer(notes: notes)
        explorer.press("2 j j m")
        #expect(explorer.screen.contains("★ marked clean-canals; ' lists your marks"))
        #expect(explorer.screen.contains(" >★ CANAL"))
        #expect(explorer.screen.contains("3 of 6"))
        explorer.press("'")
        #expect(explorer.screen.contains("1 of 1"))
        #expect(explorer.screen.contains("CANAL  Clean Canals"))
        explorer.press("Enter")
        #expect(explorer.screen.contains("Projects › CANAL"))
        explorer.press("Back Back m")
        #expect(explorer.screen.contains("clean-canals is no longer marked"))
        #expect(!explorer.screen.contains("★ CANAL"))
        #expect(try notes.notes(in: "orda-basin-water").isEmpty)
    }

    @Test("A note is written, shown on its record, changed, and removed")
    func writing() throws {
        let notes = try BasinDossier.notes()
        var explorer = try BasinDossier.explorer(notes: notes)
        explorer.press("2 j j M \"ask the ministry\"")
        #expect(explorer.screen.contains("note on clean-canals: ask the ministry"))
        explorer.press("Enter")
        #expect(explorer.screen.contains("noted on clean-canals; ' lists your notes"))
        #expect(try notes.note(on: "clean-canals", in: "orda-basin-water")?.text == "ask the ministry")
        explorer.press("Enter")
        #expect(explorer.screen.contains("ask the ministry"))
        explorer.press("M Esc")
        #expect(try notes.note(on: "clean-canals", in: "orda-basin-water")?.text == "ask the ministry")
        explorer.press("M C-u Enter")
        #expect(explorer.screen.contains("the note on clean-canals is removed"))
        #expect(try notes.notes(in: "orda-basin-water").isEmpty)
    }

    @Test("Without a notes file, marks and notes say that they cannot be kept")
    func noStore() throws {
        var explorer = try BasinDossier.explorer()
        explorer.press("2 m")
        #expect(explorer.screen.contains("marks cannot be kept: the notes file cannot be opened"))
        explorer.press("M")
        #expect(explorer.screen.contains("notes cannot be kept: the notes file cannot be opened"))
    }

    @Test("y copies the command of the view, Y its text")
    func copies() throws {
        var explorer = try BasinDossier.explorer()
        explorer.press("2 f \"theme irrig\" Enter")
        #expect(explorer.press("y") == [.copy("whofunds projects --theme irrigation")])
        explorer.copied("copied 36 characters")
        #expect(explorer.screen.contains("copied 36 characters"))
        guard case .copy(let text) = explorer.press("Y").first else {
            Issue.record("Y asks for no copy")
            return
        }
        #expect(text.contains("CANAL") && !text.contains("DELTA") && !text.contains("\u{1B}"))
    }

    @Test("w asks for a file and hands the whole view over")
    func write() throws {
        var explorer = try BasinDossier.explorer()
        explorer.press("2 w")
        #expect(explorer.screen.contains("write to file: projects.txt"))
        explorer.press("Enter")
        #expect(explorer.screen.contains("would write projects in 80 columns to projects.txt"))
        explorer.press("w Esc")
        #expect(!explorer.screen.contains("write to file"))
    }

    @Test("q quits, Ctrl-Z suspends, Ctrl-L redraws, a return to the foreground redraws")
    func program() throws {
        var explorer = try BasinDossier.explorer()
        #expect(explorer.press("q") == [.quit])
        #expect(explorer.press("C-c") == [.quit])
        #expect(explorer.press("C-z") == [.suspend])
        #expect(explorer.press("C-l") == [.redraw])
        #expect(explorer.update(.resumed) == [.redraw])
        #expect(explorer.press(": \"leave\" Enter") == [.quit])
    }

    @Test("In a line that is typed, q is a letter and Ctrl-C leaves the line and not the program")
    func typing() throws {
        var explorer = try BasinDossier.explorer()
        #expect(explorer.press("2 / \"q\" C-c").isEmpty)
        #expect(explorer.press(": \"q\" C-c").isEmpty)
        #expect(explorer.screen.contains("of 6"))
    }
}

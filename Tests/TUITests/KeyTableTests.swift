import Model
import Testing

@testable import TUI

@Suite("The table of keys")
struct KeyTableTests {
    private static let panes: [(KeyBinding.Scope, String)] = [
        (.list, "2"), (.document, "1"), (.timeline, "4"), (.chain, ": \"chain clean canals\" Enter"),
        (.coverage, "7"),
    ]

    @Test("Every action has a key")
    func bound() {
        let bound = Set(KeyBinding.table.map(\.action))
        #expect(Action.allCases.filter { !bound.contains($0) } == [])
    }

    @Test("No two bindings of one scope share a key", arguments: KeyBinding.Scope.allCases)
    func unambiguous(scope: KeyBinding.Scope) {
        let keys = KeyBinding.table.filter { $0.scope == scope }.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    @Test("Every binding has keys, a name and a help text, and its keys lead to it")
    func reachable() {
        for binding in KeyBinding.table {
            #expect(!binding.keys.isEmpty && !binding.name.isEmpty && !binding.help.isEmpty)
            for key in binding.keys {
                let scopes = binding.scope == .everywhere ? KeyBinding.Scope.allCases : [binding.scope]
                #expect(scopes.contains { KeyBinding.action(for: key, in: $0) == binding.action })
            }
        }
    }

    @Test("Every key of a pane does something there: it never says that it does nothing", arguments: panes)
    func effective(pane: (KeyBinding.Scope, String)) throws {
        var start = try BasinDossier.explorer(notes: try BasinDossier.notes())
        start.press(pane.1)
        #expect(start.pane.scope == pane.0)
        for binding in KeyBinding.table where [pane.0, .everywhere].contains(binding.scope) {
            for key in binding.keys where KeyBinding.action(for: key, in: pane.0) == binding.action {
                var explorer = start
                _ = explorer.update(.key(key))
                #expect(
                    explorer.status?.string.contains("does nothing") != true,
                    "\(key.label.string) in \(pane.0.rawValue): \(explorer.status?.string ?? "")")
            }
        }
    }

    @Test("What a pane ignores is not promised by its hints", arguments: panes)
    func hints(pane: (KeyBinding.Scope, String)) throws {
        var explorer = try BasinDossier.explorer(size: Size(200, 24))
        explorer.press(pane.1)
        let line = explorer.render(Size(200, 24)).lines.last ?? ""
        let hints = KeyBinding.hints(in: pane.0)
        #expect(!hints.isEmpty)
        for hint in hints {
            #expect(line.contains("\(hint.keys[0].label.string) \(hint.name.string)"))
            var pressed = explorer
            _ = pressed.update(.key(hint.keys[0]))
            #expect(pressed.status?.string != "that does nothing here")
        }
    }

    @Test("How to learn the keys and how to leave stay among the hints on a narrow screen", arguments: panes)
    func narrowHints(pane: (KeyBinding.Scope, String)) throws {
        for width in [80, 60, 40, 30] {
            var explorer = try BasinDossier.explorer(size: Size(width, 24))
            explorer.press(pane.1)
            let line = explorer.render(Size(width, 24)).lines.last ?? ""
            #expect(line.contains("? keys") && line.contains("q quit"), "\(line)")
        }
    }

    @Test("Every Latin letter that is a key has its Cyrillic place")
    func cyrillic() {
        let places = zip(
            "йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.")
        for (cyrillic, latin) in places {
            for scope in KeyBinding.Scope.allCases {
                #expect(
                    KeyBinding.action(for: .character(cyrillic), in: scope)
                        == KeyBinding.action(for: .character(latin), in: scope), "\(cyrillic) \(latin)")
            }
            let (upper, latinUpper) = (Character(cyrillic.uppercased()), Character(latin.uppercased()))
            guard latin.isLetter else { continue }
            #expect(
                KeyBinding.action(for: .character(upper), in: .timeline)
                    == KeyBinding.action(for: .character(latinUpper), in: .timeline), "\(upper)")
        }
    }

    @Test("The help lists every binding, the pane's own first")
    func help() throws {
        var explorer = try BasinDossier.explorer(size: Size(120, 120))
        explorer.press("4 ?")
        let screen = explorer.screen
        for binding in KeyBinding.table {
            #expect(screen.contains(binding.help.string), "\(binding.help.string)")
        }
    }
}

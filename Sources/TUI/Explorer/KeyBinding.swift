import Model

/// Which keys do what where, and what it is called: the one table that keys, hints, help, palette and manual
/// page come from.
package struct KeyBinding: Sendable {
    /// Where a binding holds. A pane's own bindings go before those that hold everywhere.
    package enum Scope: String, CaseIterable, Sendable {
        case everywhere, list, register, document, timeline, chain, coverage

        /// Where a key is looked up: the scope, what it is a kind of, and everywhere.
        var searched: [Scope] {
            switch self {
            case .everywhere: [self]
            case .register: [self, .list, .everywhere]
            default: [self, .everywhere]
            }
        }
    }

    package let scope: Scope
    package let keys: [Key]
    package let action: Action
    /// One or two words, for the hint line.
    package let name: SafeText
    /// A line, for the help and the palette.
    package let help: SafeText
    /// Whether the hint line shows it in its scope.
    package let isHint: Bool

    init(
        _ scope: Scope, _ keys: [Key], _ action: Action, _ name: SafeText, _ help: SafeText,
        hint: Bool = false
    ) {
        self.scope = scope
        self.keys = keys
        self.action = action
        self.name = name
        self.help = help
        isHint = hint
    }

    package static let table: [KeyBinding] = [
        KeyBinding(.list, [.enter], .open, "open", "Open the selected record", hint: true),
        KeyBinding(
            .list, [.tab, .backTab], .otherPane, "preview", "Go to the preview; Esc comes back to the list"),
        KeyBinding(.list, ["s"], .sort, "sort", "Choose the column to sort by", hint: true),
        KeyBinding(.list, [.left, "h", .control("b")], .panLeft, "left", "Show the columns before"),
        KeyBinding(.list, [.right, "l", .control("f")], .panRight, "right", "Show the columns after"),

        KeyBinding(
            .register, ["b"], .basis, "basis", "Only documented, only computed, or both",
            hint: true),
        KeyBinding(
            .register, ["p"], .components, "parts", "Choose what the score is the product of",
            hint: true),
        KeyBinding(
            .register, ["+", "="], .raiseThreshold, "more", "Only overlaps with a higher score", hint: true),
        KeyBinding(.register, ["-", "_"], .lowerThreshold, "less", "Overlaps with a lower score too"),

        KeyBinding(
            .register, ["d"], .decide, "verdict", "Keep your verdict on the selected conflict", hint: true),

        KeyBinding(.document, [.enter], .open, "follow", "Follow the selected link", hint: true),
        KeyBinding(.document, [.tab], .right, "next link", "Go to the next link", hint: true),
        KeyBinding(.document, [.backTab], .left, "previous link", "Go to the link before"),

        KeyBinding(
            .timeline, [.enter], .open, "open", "Open the selected project, event or conflict", hint: true),
        KeyBinding(.timeline, ["+", "="], .zoomIn, "zoom", "Zoom in at the cursor date", hint: true),
        KeyBinding(.timeline, ["-", "_"], .zoomOut, "zoom out", "Zoom out at the cursor date"),
        KeyBinding(.timeline, [.left, "h"], .left, "earlier", "Move the cursor line one column earlier"),
        KeyBinding(.timeline, [.right, "l"], .right, "later", "Move the cursor line one column later"),
        KeyBinding(.timeline, ["H"], .panLeft, "pan left", "Shift the window half a screen earlier"),
        KeyBinding(.timeline, ["L"], .panRight, "pan right", "Shift the window half a screen later"),
        KeyBinding(.timeline, ["0"], .fitAll, "fit all", "Show everything that is dated"),
        KeyBinding(.timeline, ["."], .fitSelection, "fit", "Fit the selected bar into the window"),
        KeyBinding(.timeline, ["g"], .goToDate, "date", "Go to a date: 2008, 2008-06, jun 2008", hint: true),
        KeyBinding(.timeline, ["n"], .nextConflict, "conflict", "Go to the next conflict", hint: true),
        KeyBinding(.timeline, ["N"], .previousConflict, "conflict before", "Go to the conflict before"),
        KeyBinding(
            .timeline, ["v"], .lanes, "lanes",
            "Change the lanes: by kind, donor … or by succession",
            hint: true),
        KeyBinding(.timeline, ["a"], .running, "running", "List what ran in the cursor's month", hint: true),

        KeyBinding(.chain, [.enter], .open, "open", "Open the selected node", hint: true),
        KeyBinding(
            .chain, [.tab, .backTab], .toggleTree, "form", "Switch between graph, tree and account",
            hint: true),
        KeyBinding(
            .chain, ["."], .nextFlow, "next flow", "Go through the flows of the selected node", hint: true),
        KeyBinding(
            .chain, ["u"], .countingRule, "rule",
            "Switch the counting rule of the totals", hint: true),

        KeyBinding(
            .coverage, ["x"], .seeConflicts, "overlaps", "See which projects of the cell overlap", hint: true),
        KeyBinding(.coverage, [.enter], .open, "list", "List the projects of the cell", hint: true),
        KeyBinding(
            .coverage, ["v"], .axes, "axes", "Other rows and columns: theme, country, year …", hint: true),
        KeyBinding(.coverage, ["i"], .counted, "count", "Count projects, implementers or donors", hint: true),
        KeyBinding(
            .coverage, ["s"], .sort, "order", "Rows by size, by name, or conflicts side by side", hint: true),
        KeyBinding(.coverage, ["n"], .nextConflict, "overlap", "Go to the next overlap", hint: true),
        KeyBinding(.coverage, ["N"], .previousConflict, "overlap before", "Go to the overlap before"),
        KeyBinding(.coverage, ["H"], .panLeft, "pan left", "Go half a screen of columns left"),
        KeyBinding(.coverage, ["L"], .panRight, "pan right", "Go half a screen of columns right"),
        KeyBinding(
            .coverage, [.home, .control("a"), "0"], .firstColumn, "first column", "Go to the first column"),
        KeyBinding(
            .coverage, [.end, .control("e"), "$"], .lastColumn, "last column", "Go to the last column"),

        KeyBinding(.everywhere, [.up, "k", .control("p")], .up, "up", "Go up"),
        KeyBinding(.everywhere, [.down, "j", .control("n")], .down, "down", "Go down"),
        KeyBinding(
            .everywhere, [.left, "h", .control("b")], .left, "left", "Go left, or to the link before"),
        KeyBinding(
            .everywhere, [.right, "l", .control("f")], .right, "right", "Go right, or to the next link"),
        KeyBinding(.everywhere, [.pageUp, .control("u"), .alt("v")], .pageUp, "page up", "Go up a page"),
        KeyBinding(
            .everywhere, [.pageDown, .control("d"), .control("v"), " "], .pageDown, "page down",
            "Go down a page"),
        KeyBinding(
            .everywhere, [.home, "g", .control("a"), .alt("<"), "<"], .top, "top", "Go to the beginning"),
        KeyBinding(.everywhere, [.end, .control("e"), .alt(">"), "G", ">"], .bottom, "end", "Go to the end"),

        KeyBinding(
            .everywhere, ["t"], .seeTimeline, "timeline", "See the selected record on the timeline",
            hint: true),
        KeyBinding(
            .everywhere, ["c"], .seeChain, "chain", "See the funding chain of the selected record", hint: true
        ),
        KeyBinding(
            .everywhere, ["x"], .seeConflicts, "conflicts", "See the conflicts of the selected record",
            hint: true),
        KeyBinding(
            .everywhere, ["o"], .seeContinuity, "continuity",
            "See what came before and after the selected project"),
        KeyBinding(
            .everywhere, ["e"], .seeEvidence, "evidence", "See the citations that the record rests on"),

        KeyBinding(
            .everywhere, ["/"], .narrow, "narrow", "Narrow the list, or search everything, as you type",
            hint: true),
        KeyBinding(
            .everywhere, ["f"], .filter, "filter", "Filter by project, donor, country, theme, date …",
            hint: true),
        KeyBinding(.everywhere, ["F"], .liftFilter, "lift", "Lift the last filter"),
        KeyBinding(
            .everywhere, [":"], .palette, "command", "Type a command, an action, a date or a name", hint: true
        ),
        KeyBinding(
            .everywhere, ["?", .function(1)], .help, "keys", "List the keys; type to search them", hint: true),

        KeyBinding(.everywhere, ["[", .backspace], .back, "back", "Go back to where you were", hint: true),
        KeyBinding(.everywhere, ["]"], .forward, "forward", "Go forward again"),
        KeyBinding(
            .everywhere, [.escape, .control("g")], .close, "close",
            "Close what is open; lift the words of a narrowed list"),

        KeyBinding(.everywhere, ["1"], .overview, "overview", "View 1: the dataset at a glance"),
        KeyBinding(.everywhere, ["2"], .projects, "projects", "View 2: projects"),
        KeyBinding(.everywhere, ["3"], .organisations, "organisations", "View 3: organisations"),
        KeyBinding(.everywhere, ["4"], .timeline, "timeline", "View 4: timeline"),
        KeyBinding(.everywhere, ["5"], .chain, "chain", "View 5: funding chain of the last record"),
        KeyBinding(
            .everywhere, ["6"], .conflicts, "conflicts", "View 6: conflicts, and cooperation beside them"),
        KeyBinding(.everywhere, ["7"], .coverage, "coverage", "View 7: who does what where when"),
        // № stands at its place on a Russian keyboard.
        KeyBinding(
            .everywhere, ["#", "№"], .measures, "measures",
            "Measures of the selected organisation, or the field"),
        KeyBinding(.everywhere, ["8"], .sources, "sources", "View 8: sources and what rests on them"),

        KeyBinding(
            .everywhere, ["9"], .discrepancies, "disagreements",
            "View 9: what the sources disagree about or leave open"),

        KeyBinding(
            .everywhere, ["d"], .decide, "verdict", "Keep your verdict on the conflict of this page"),
        KeyBinding(.everywhere, ["m"], .mark, "mark", "Mark the selected record, or lift the mark"),
        KeyBinding(.everywhere, ["M"], .note, "note", "Write a note on the selected record"),
        KeyBinding(.everywhere, ["'"], .notes, "marks", "List your marks and notes"),
        KeyBinding(.everywhere, ["y"], .copyCommand, "copy command", "Copy the command that shows this view"),
        KeyBinding(.everywhere, ["Y"], .copyText, "copy text", "Copy this view as text"),
        KeyBinding(.everywhere, ["w"], .write, "write", "Write this view to a file"),
        KeyBinding(.everywhere, [.control("l")], .redraw, "redraw", "Draw the screen anew"),
        KeyBinding(
            .everywhere, [.control("z")], .suspend, "suspend", "Stop and go back to the shell; fg returns"),
        KeyBinding(.everywhere, ["q", .control("c")], .quit, "quit", "Leave", hint: true),
    ]

    /// The action of a key in a scope; under a Cyrillic layout, of the key at the same place.
    package static func action(for key: Key, in scope: Scope) -> Action? {
        let candidates = [key, key.atLatinPlace].compactMap { $0 }
        for candidate in candidates {
            for wanted in scope.searched {
                if let binding = table.first(where: { $0.scope == wanted && $0.keys.contains(candidate) }) {
                    return binding.action
                }
            }
        }
        return nil
    }

    /// The bindings that matter in a scope, its own first.
    package static func hints(in scope: Scope) -> [KeyBinding] {
        let own = scope.searched.dropLast().flatMap { searched in
            table.filter { $0.scope == searched && $0.isHint }
        }
        let general = table.filter { binding in
            binding.scope == .everywhere && binding.isHint && !own.contains { $0.action == binding.action }
        }
        return own + general
    }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    package init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}

extension Key {
    /// The key as a user would name it: `Enter`, `Ctrl-L`, `/`.
    package var label: SafeText {
        switch self {
        case .character(" "): "Space"
        case .character(let character): SafeText(String(character))
        case .control(let letter): SafeText("Ctrl-\(letter.uppercased())")
        case .alt(let character): SafeText("Alt-\(character)")
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .enter: "Enter"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .escape: "Esc"
        case .function(let number): SafeText("F\(number)")
        }
    }

    /// The Latin key at the place of a Cyrillic one (layout ЙЦУКЕН, with its Ukrainian and Kyrgyz letters).
    var atLatinPlace: Key? {
        guard case .character(let character) = self else { return nil }
        return Self.latinPlaces[character].map(Key.character)
    }

    private static let latinPlaces: [Character: Character] = {
        let places = zip(
            "йцукенгшщзхъфывапролджэячсмитьбю.ёіїєң",
            "qwertyuiop[]asdfghjkl;'zxcvbnm,./`s]'y")
        let upper = zip(
            "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁІЇЄ",
            "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~S}\"")
        var table: [Character: Character] = [:]
        for (cyrillic, latin) in Array(places) + Array(upper) where !cyrillic.isASCII {
            table[cyrillic] = latin
        }
        return table
    }()
}

import Foundation
import Model
import Testing

@testable import TUI

/// One state of the explorer that is worth a picture: the keys that lead to it from the overview.
struct ScreenSample: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: String
    /// Whether some records are marked and noted beforehand.
    var hasNotes = false

    var testDescription: String { name }

    static let all = [
        ScreenSample(name: "overview", keys: ""),
        ScreenSample(name: "projects", keys: "2"),
        ScreenSample(name: "projects-preview", keys: "2 j Tab"),
        ScreenSample(name: "organisations", keys: "3"),
        ScreenSample(name: "timeline", keys: "4"),
        ScreenSample(name: "timeline-conflict", keys: "4 n + +"),
        ScreenSample(name: "timeline-lanes", keys: "4 v v"),
        ScreenSample(name: "timeline-succession", keys: "4 v v v v v v j j"),
        ScreenSample(name: "continuity", keys: ": \"continuity\" Enter"),
        ScreenSample(name: "continuity-step", keys: ": \"continuity\" Enter j Enter"),
        ScreenSample(name: "chain", keys: ": \"chain clean canals\" Enter"),
        ScreenSample(name: "chain-organisation", keys: ": \"chain northern union\" Enter"),
        ScreenSample(name: "chain-tree", keys: ": \"chain clean canals\" Enter Tab"),
        ScreenSample(name: "chain-account", keys: ": \"chain clean canals\" Enter Tab Tab"),
        ScreenSample(name: "chain-flow", keys: ": \"chain clean canals\" Enter h ."),
        ScreenSample(name: "conflicts", keys: "6"),
        ScreenSample(name: "coverage", keys: "7"),
        ScreenSample(name: "coverage-countries", keys: "7 v"),
        ScreenSample(name: "coverage-gap", keys: "7 i j Home"),
        ScreenSample(name: "coverage-order", keys: "7 s"),
        ScreenSample(name: "conflict", keys: ": \"show trust-hydra-irrigation\" Enter"),
        ScreenSample(name: "conflicts-computed", keys: "6 b b"),
        ScreenSample(name: "overlap", keys: ": \"show clean-canals+village-wells\" Enter"),
        ScreenSample(name: "donors-overlap", keys: ": \"show northern-union+kestrel-foundation\" Enter"),
        ScreenSample(name: "score-parts", keys: "6 p"),
        ScreenSample(name: "verdicts", keys: "6 b b d"),
        ScreenSample(name: "measures", keys: "#"),
        ScreenSample(name: "measures-organisation", keys: ": \"measures river trust\" Enter"),
        ScreenSample(name: "measure", keys: "# j j Enter"),
        ScreenSample(name: "sources", keys: "8"),
        ScreenSample(name: "record-project", keys: ": \"show clean-canals\" Enter"),
        ScreenSample(name: "record-organisation", keys: ": \"show hydra-institute\" Enter"),
        ScreenSample(name: "record-source", keys: ": \"show interview-river-trust-2013\" Enter"),
        ScreenSample(name: "record-discrepancy", keys: ": \"show canal-money\" Enter"),
        ScreenSample(name: "find", keys: "/ \"canal\" Enter"),
        ScreenSample(name: "narrowing", keys: "2 / \"wells\""),
        ScreenSample(name: "notes", keys: "'", hasNotes: true),
        ScreenSample(name: "no-notes", keys: "'"),
        ScreenSample(name: "palette", keys: ":"),
        ScreenSample(name: "palette-typed", keys: ": \"canal\""),
        ScreenSample(name: "help", keys: "4 ?"),
        ScreenSample(name: "filter", keys: "2 f"),
        ScreenSample(name: "sort", keys: "2 s"),
        ScreenSample(name: "filtered", keys: "2 f \"theme irrig\" Enter s \"start ▼\" Enter"),
        ScreenSample(name: "empty", keys: "2 f \"1990\" Enter"),
        ScreenSample(name: "message", keys: "2 %"),
    ]

    /// The explorer after the keys, on a screen of the usual size. Made once for all tests.
    var explorer: Explorer {
        get throws {
            guard let made = Self.explorers[name] else { return try explorer(Size(80, 24)) }
            return try made.get()
        }
    }

    private static let explorers = Dictionary(
        uniqueKeysWithValues: all.map { sample in
            (sample.name, Result { try sample.explorer(Size(80, 24)) })
        })

    func explorer(_ size: Size) throws -> Explorer {
        let notes = try (hasNotes ? Self.someNotes : Self.noNotes).get()
        var explorer = try BasinDossier.explorer(size: size, notes: notes)
        explorer.press(keys)
        return explorer
    }

    // Made once: each costs the disk some milliseconds.
    private static let noNotes = Result { try BasinDossier.notes() }
    private static let someNotes = Result {
        let notes = try BasinDossier.notes()
        let dataset = try BasinDossier.dataset.get()
        _ = try notes.toggleMark("clean-canals", in: dataset.id)
        try notes.write("ask the ministry", on: "village-wells", in: dataset.id)
        return notes
    }

    var canvas: Canvas { get throws { try explorer.render(Size(80, 24)) } }

    /// The pictures that are kept, one below the other.
    var pictures: String {
        get throws {
            let wide = try explorer(Size(120, 40)).render(Size(120, 40))
            let usual = try canvas
            let parts = [("80×24", usual), ("120×40", wide), ("80×24 in ASCII", usual.ascii)]
            return parts.map { title, canvas in "=== \(title)\n" + canvas.lines.joined(separator: "\n") }
                .joined(separator: "\n").withoutTimes
        }
    }
}

extension String {
    /// When a note was written is not the same in two runs.
    fileprivate var withoutTimes: String {
        replacing(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, with: "2026-01-31 12:00:00")
    }
}

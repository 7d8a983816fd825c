import Testing

@testable import TUI

/// Keys that somebody presses one after the other, and what must then be on the screen.
struct Journey: CustomTestStringConvertible, Sendable {
    struct Step: Sendable {
        let keys: String
        let sees: [String]
        let lacks: [String]

        init(_ keys: String, sees: [String] = [], lacks: [String] = []) {
            self.keys = keys
            self.sees = sees
            self.lacks = lacks
        }
    }

    let name: String
    var size = Size(80, 24)
    let steps: [Step]

    init(_ name: String, size: Size = Size(80, 24), _ steps: [Step]) {
        self.name = name
        self.size = size
        self.steps = steps
    }

    var testDescription: String { name }

    /// Makes the journey; each step that does not show what it should is an issue with the whole screen.
    func make(in explorer: Explorer) {
        var explorer = explorer
        _ = explorer.update(.resized(size))
        for step in steps {
            explorer.press(step.keys)
            let screen = explorer.screen
            for wanted in step.sees where !screen.contains(wanted) {
                Issue.record("\(name): after \(step.keys), «\(wanted)» is not seen:\n\(screen)")
            }
            for unwanted in step.lacks where screen.contains(unwanted) {
                Issue.record("\(name): after \(step.keys), «\(unwanted)» is still seen:\n\(screen)")
            }
        }
    }
}

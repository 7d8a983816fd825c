/// A cursor in a list longer than its window, and the window's first line.
package struct Scroll: Hashable, Sendable {
    package private(set) var cursor = 0
    package private(set) var first = 0
    package private(set) var count = 0
    package private(set) var height = 1

    package init(cursor: Int = 0) { self.cursor = cursor }

    /// Adapts to a list and a window of new size; the cursor stays as near as it can.
    package mutating func fit(count: Int, height: Int) {
        self.count = count
        self.height = max(1, height)
        move(to: cursor)
    }

    package mutating func move(to line: Int) {
        cursor = min(max(0, line), max(0, count - 1))
        if cursor < first { first = cursor }
        if cursor >= first + height { first = cursor - height + 1 }
        first = min(max(0, first), max(0, count - height))
    }

    package mutating func move(by lines: Int) { move(to: cursor + lines) }

    /// Whether the action was one that moves a cursor up and down.
    package mutating func perform(_ action: Action) -> Bool {
        switch action {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: move(by: -max(1, height - 1))
        case .pageDown: move(by: max(1, height - 1))
        case .top: move(to: 0)
        case .bottom: move(to: count - 1)
        default: return false
        }
        return true
    }
}

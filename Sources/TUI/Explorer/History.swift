/// Where the user has been: panes as they were left, with cursor and scroll.
struct History: Sendable {
    private(set) var panes: [any Pane]
    private(set) var index = 0

    init(_ first: any Pane) { panes = [first] }

    var current: any Pane {
        get { panes[index] }
        set { panes[index] = newValue }
    }

    /// Goes on to a new pane; what lay ahead is forgotten.
    mutating func push(_ pane: any Pane) {
        panes.removeSubrange((index + 1)...)
        panes.append(pane)
        // A day's browsing is enough to go back through.
        if panes.count > 500 { panes.removeFirst() }
        index = panes.count - 1
    }

    /// Goes back and forgets the pane that was left.
    mutating func abandon() {
        guard back() else { return }
        panes.removeSubrange((index + 1)...)
    }

    /// Gives whether there was anywhere to go.
    mutating func back() -> Bool {
        guard index > 0 else { return false }
        index -= 1
        return true
    }

    mutating func forward() -> Bool {
        guard index + 1 < panes.count else { return false }
        index += 1
        return true
    }
}

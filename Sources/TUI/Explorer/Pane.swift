import Model

/// What a pane made of an action.
package enum Reaction: Sendable {
    /// Not the pane's business.
    case ignored
    case handled
    /// Go to another view.
    case go(View)
    /// Replace this view by another in place, without a step in the history (a filter, an order).
    case become(View)
    /// Say something on the status line.
    case say(SafeText)
    /// Ask the user for a line of text.
    case ask(Question)
}

/// A line of text that a pane wants from the user.
package struct Question: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable { case narrow, date, note, file }

    package let purpose: Purpose
    package let prompt: SafeText
    package var text: String
}

/// One view on the screen with its own cursor and scroll. A value: history keeps it as it was left.
package protocol Pane: Sendable {
    /// The view as it stands, so that its command gives the same.
    var view: View { get }
    /// Which keys hold.
    var scope: KeyBinding.Scope { get }
    /// What the pane is called, in steps: `Conflicts`, `ILO – IOM`.
    var crumbs: [SafeText] { get }
    /// Where the cursor is: `3 of 11`.
    var place: SafeText { get }
    /// What the view amounts to, said when it has been changed in place; empty when there is nothing to say.
    var summary: SafeText { get }
    /// The record under the cursor.
    var selection: String? { get }
    /// The line under the pane, when it has more to say than fits into it.
    var detail: [Document.Span] { get }

    mutating func perform(_ action: Action) throws -> Reaction
    /// Makes the pane ready to be drawn in a rectangle of this size: fetches what is to be seen.
    mutating func prepare(_ size: Size) throws
    /// The pane's answer to a question that it asked.
    mutating func answer(_ question: Question) throws -> Reaction
    /// Puts the cursor on a record, if the pane shows it.
    mutating func select(_ id: String) throws
    /// Takes what has changed (marks, notes) from a pane of the same view that was made anew; cursor and scroll
    /// stay.
    mutating func refresh(_ fresh: any Pane)
    /// Takes over what the pane before it, of another filter or order of the same view, was looking at.
    mutating func resume(from before: any Pane)
    /// A press of the mouse, relative to the pane's corner; gives whether something was hit.
    mutating func press(_ point: Point) throws -> Bool
    func draw(into canvas: inout Canvas, _ rect: Rect)
    /// The whole view as text, for the clipboard and for files.
    func printed(width: Int) throws -> String
}

extension Pane {
    package var detail: [Document.Span] { [] }
    package var summary: SafeText { .empty }
    package mutating func answer(_ question: Question) throws -> Reaction { .ignored }
    package mutating func select(_ id: String) throws {}
    package mutating func refresh(_ fresh: any Pane) {}
    package mutating func resume(from before: any Pane) {}
    package mutating func press(_ point: Point) throws -> Bool { false }
}

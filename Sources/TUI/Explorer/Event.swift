/// A key as the user meant it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
    /// A printable character, as typed.
    case character(Character)
    /// A control key by its letter in lower case: `control("l")`.
    case control(Character)
    /// Escape or Alt and a character.
    case alt(Character)
    case up, down, left, right, home, end, pageUp, pageDown
    case enter, tab, backTab, backspace, delete, escape
    case function(Int)
}

/// What happened in the terminal.
package enum Event: Hashable, Sendable {
    package enum Button: Sendable { case press, wheelUp, wheelDown }

    case key(Key)
    /// Text from the clipboard, as one line: never keys.
    case pasted(String)
    case mouse(Button, Point)
    case resized(Size)
    /// The program is back in the foreground, or the user asked to redraw.
    case resumed

    package var isKey: Bool { if case .key = self { true } else { false } }
}

/// What the application asks of the terminal after an event.
package enum Effect: Hashable, Sendable {
    case quit
    /// Ctrl-Z: stop, as the shell expects.
    case suspend
    /// Paint every cell anew.
    case redraw
    /// Hand text to the terminal's clipboard by OSC 52.
    case copy(String)
}

/// Something that runs in a terminal: events in, effects and pictures out. Knows no terminal.
///
/// A value: updates are carried out on a copy, beside the keyboard, and a copy whose update is stopped is thrown
/// away.
package protocol Interactive: Sendable {
    mutating func update(_ event: Event) -> [Effect]
    /// Whether `event` is typed into a line of text: of several only the last need be acted on.
    func isTyping(_ event: Event) -> Bool
    /// Several events that are all typing.
    mutating func update(typed events: [Event]) -> [Effect]
    /// Whether `event` tells an update that takes long to stop.
    func stops(_ event: Event) -> Bool
    /// Makes the update that a copy is busy with, and all after it, end soon; called from another thread.
    func stop()
    /// Lets updates run again after ``stop()``.
    func resume()
    /// Nothing is asked for the moment: lets go of what can be had again.
    func rest()
    /// Says on the picture that `events` are being dealt with and take long.
    mutating func wait(for events: [Event])
    /// Says that what was being done was stopped.
    mutating func stopped()
    /// The terminal's answer to ``Effect/copy(_:)``: in words, what happened.
    mutating func copied(_ report: String)
    func render(_ size: Size) -> Canvas
}

extension Interactive {
    package func rest() {}
}

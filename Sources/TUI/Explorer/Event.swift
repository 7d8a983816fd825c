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
package protocol Interactive {
    mutating func update(_ event: Event) -> [Effect]
    /// The terminal's answer to ``Effect/copy(_:)``: in words, what happened.
    mutating func copied(_ report: String)
    func render(_ size: Size) -> Canvas
}

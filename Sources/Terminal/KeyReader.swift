import CNcurses
import CRescue
import Foundation
import TUI

/// Reads all the keys that wait.
struct KeyReader {
    private var decoder = KeyDecoder()

    /// The events of what has come; returns at once when nothing has.
    mutating func read() -> [Event] {
        var inputs: [KeyDecoder.Input] = []
        let window = curses_window()
        while true {
            let isWaiting = rescue_waiting_bytes(STDIN_FILENO) > 0
            // A character of several bytes may come in two parts: give the second a moment. Where no byte
            // waits, only ncurses may still hold some.
            wtimeout(window, isWaiting ? 25 : 0)
            var value: wint_t = 0
            switch wget_wch(window, &value) {
            case OK:
                if let scalar = Unicode.Scalar(value) { inputs.append(.character(scalar)) }
            case KEY_CODE_YES:
                inputs.append(.event(Self.event(Int32(value))))
            default:
                if !isWaiting { return decoder.decode(inputs) }
            }
        }
    }

    private static func event(_ code: Int32) -> Event? {
        guard code == KEY_MOUSE else { return KeyCode.key(code).map { .key($0) } }
        var mouse = MEVENT()
        guard getmouse(&mouse) == OK else { return nil }
        let place = Point(Int(mouse.x), Int(mouse.y))
        if curses_is_press(mouse.bstate) != 0 { return .mouse(.press, place) }
        if curses_is_wheel_up(mouse.bstate) != 0 { return .mouse(.wheelUp, place) }
        if curses_is_wheel_down(mouse.bstate) != 0 { return .mouse(.wheelDown, place) }
        return nil
    }
}

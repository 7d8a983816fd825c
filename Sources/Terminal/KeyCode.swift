import CNcurses
import TUI

/// Keys that ncurses recognised.
enum KeyCode {
    /// The key for one of ncurses' codes, or nil for one that the explorer has no use for.
    static func key(_ code: Int32) -> Key? {
        if code > KEY_MAX { return extendedKey(code) }
        if code > KEY_F0, code <= KEY_F0 + 12 { return .function(Int(code - KEY_F0)) }
        return switch code {
        case KEY_UP, KEY_SR: .up
        case KEY_DOWN, KEY_SF: .down
        case KEY_LEFT, KEY_SLEFT: .left
        case KEY_RIGHT, KEY_SRIGHT: .right
        case KEY_HOME, KEY_SHOME, KEY_A1, KEY_FIND: .home
        case KEY_END, KEY_SEND, KEY_C1, KEY_SELECT: .end
        case KEY_PPAGE, KEY_SPREVIOUS, KEY_A3: .pageUp
        case KEY_NPAGE, KEY_SNEXT, KEY_C3: .pageDown
        case KEY_ENTER: .enter
        case KEY_BTAB: .backTab
        case KEY_BACKSPACE: .backspace
        case KEY_DC, KEY_SDC: .delete
        case KEY_SUSPEND: .control("z")
        default: nil
        }
    }

    /// Keys with modifiers, which ncurses numbers as it meets them and names by terminfo: `kLFT5` is
    /// Control-Left. The modifier is let go.
    private static func extendedKey(_ code: Int32) -> Key? {
        guard let name = keyname(code) else { return nil }
        return switch String(cString: name).prefix(while: { !$0.isNumber }) {
        case "kUP": .up
        case "kDN": .down
        case "kLFT": .left
        case "kRIT": .right
        case "kHOM": .home
        case "kEND": .end
        case "kPRV": .pageUp
        case "kNXT": .pageDown
        case "kDC": .delete
        case "kcbt": .backTab
        default: nil
        }
    }
}

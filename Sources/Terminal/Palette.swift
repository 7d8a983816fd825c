import CNcurses
import TUI

/// What each style is on this terminal.
struct Palette {
    private let accent: Ink
    private let conflict: Ink
    private let dim: Ink

    private struct Ink {
        var attributes: attr_t = 0
        var pair: Int16 = 0
    }

    /// To be made after `newterm`. Without colours everything is said by weight.
    init(colors wanted: Bool) {
        let canDim = termattrs() & chtype(curses_dim()) != 0
        guard wanted, has_colors(), start_color() == 0, use_default_colors() == 0 else {
            accent = Ink(attributes: curses_bold())
            conflict = Ink(attributes: curses_bold())
            dim = Ink(attributes: canDim ? curses_dim() : 0)
            return
        }
        let colors = Int(curses_colors())
        accent = Self.ink(1, Self.accent(of: colors))
        conflict = Self.ink(2, Int32(COLOR_RED))
        dim =
            if canDim {
                Ink(attributes: curses_dim())
            } else if colors >= 16 {
                Self.ink(3, colors > 256 ? 0x767676 : 8)
            } else {
                Ink()
            }
    }

    /// A teal that keeps a contrast of 4 to 1 on white and on black. With eight colours cyan comes nearest:
    /// blue is lost on black, and terminals with so few are rarely white.
    private static func accent(of colors: Int) -> Int32 {
        if colors > 256 { return 0x0087AF }
        return colors == 256 ? 31 : Int32(COLOR_CYAN)
    }

    private static func ink(_ pair: Int16, _ color: Int32) -> Ink {
        init_extended_pair(Int32(pair), color, -1)
        return Ink(pair: pair)
    }

    /// Attributes and colour pair of `style`; the default pair for plain text.
    func attributes(of style: Style) -> (attributes: attr_t, pair: Int16) {
        let ink =
            switch style.ink {
            case .plain: Ink()
            case .accent: accent
            case .conflict: conflict
            case .dim: dim
            }
        var attributes = ink.attributes
        if style.isBold { attributes |= curses_bold() }
        if style.isReversed { attributes |= curses_reverse() }
        if style.isUnderlined { attributes |= curses_underline() }
        return (attributes, ink.pair)
    }
}

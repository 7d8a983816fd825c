extension Terminal {
    /// How the explorer uses the terminal.
    package struct Options: Sendable {
        package enum Color: Sendable {
            /// Colours if the terminal has them. `NO_COLOR` is for the caller to honour.
            case auto
            /// Likewise: no terminal can be made to have colours.
            case always
            case never
        }

        package var color: Color
        /// Draw in ASCII even where more could be shown.
        package var ascii: Bool
        /// Take clicks and the wheel from the terminal.
        package var mouse: Bool

        package init(color: Color = .auto, ascii: Bool = false, mouse: Bool = false) {
            self.color = color
            self.ascii = ascii
            self.mouse = mouse
        }
    }

    /// Why a run ended.
    package enum Ending: Hashable, Sendable {
        case quit
        /// The signal's number.
        case signal(Int32)
        /// The terminal went away.
        case lost

        /// The process's exit status, by the shell's convention for signals.
        package var exitStatus: Int32 {
            switch self {
            case .quit: 0
            case .signal(let number): 128 + number
            case .lost: 129
            }
        }
    }
}

import Model

/// Why the explorer cannot run here.
package enum TerminalError: Error, Hashable {
    package enum Stream: String, Sendable { case input, output }

    case notATerminal(Stream)
    /// The value of `TERM`, empty when it is not set.
    case unknownType(String)
    /// Text can be written, but not to a place.
    case cannotPlace(String)
    /// The system refused something that it never should.
    case system(String)
}

extension TerminalError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notATerminal(let stream):
            "standard \(stream.rawValue) is not a terminal; the explorer needs one, the commands do not"
        case .unknownType(""):
            "TERM is not set; try TERM=xterm-256color whofunds"
        case .unknownType(let type):
            "the terminal type \"\(SafeText(type).string)\" is not known here; "
                + "try TERM=xterm-256color whofunds"
        case .cannotPlace(let type):
            "a terminal of type \"\(SafeText(type).string)\" cannot move its cursor; "
                + "use the commands, or try TERM=xterm-256color whofunds"
        case .system(let what):
            "the terminal could not be prepared: \(what)"
        }
    }
}

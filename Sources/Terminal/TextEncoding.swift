import CNcurses
import Foundation

/// What the locale lets the terminal show.
package enum TextEncoding {
    /// Takes the user's locale over; true when it is UTF-8.
    static func adopt() -> Bool {
        setlocale(LC_ALL, "")
        if !isUTF8 && asksForUTF8 {
            // A locale that came over SSH and is not installed here: its encoding is known all the same.
            setlocale(LC_CTYPE, "C.UTF-8")
        }
        setlocale(LC_NUMERIC, "C")
        return isUTF8
    }

    private static var isUTF8: Bool { String(cString: curses_codeset()) == "UTF-8" }

    /// Whether the locale that the user asked for is one of UTF-8, whether or not it is installed here.
    package static var asksForUTF8: Bool {
        let environment = ProcessInfo.processInfo.environment
        let asked = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        // `language_TERRITORY.codeset@modifier`; the codeset is spelt in several ways.
        let locale = (asked ?? "C").prefix { $0 != "@" }
        let codeset = locale.split(separator: ".").last ?? ""
        return ["utf-8", "utf8"].contains(codeset.lowercased())
    }
}

import ArgumentParser
import Foundation
import Terminal

/// How a view is printed.
struct OutputOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument {
        case text, json, csv, markdown
        /// Known, and refused in words: not part of this version.
        case svg

        static var allValueStrings: [String] { [text, json, csv, markdown].map(\.rawValue) }
    }

    enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Option(help: "How to print: text, json, csv or markdown.")
    var format: Format = .text

    @Option(
        help: ArgumentHelp("The width of text in columns; the terminal's if not given.", valueName: "columns")
    )
    var width: Int?

    @Option(help: "When to use colour: auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    func validate() throws {
        if format == .svg {
            throw ValidationError(
                "--format «svg»: pictures are not part of this version; choose text or json")
        }
        if let width, !(20...1000).contains(width) {
            throw ValidationError("--width «\(width)»: a number of columns from 20 to 1000 is wanted")
        }
    }

    /// Columns to print in: as asked, else the terminal's, else 100.
    var columns: Int {
        if let width { return width }
        var window = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 {
            return max(20, Int(window.ws_col))
        }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init).map { max(20, min($0, 1000)) }
            ?? 100
    }

    var isColoured: Bool {
        let environment = ProcessInfo.processInfo.environment
        switch color {
        case .always: return true
        case .never: return false
        case .auto:
            return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"].map(\.isEmpty) ?? true
                && environment["TERM"] != "dumb"
        }
    }

    /// As asked, or because the locale's characters are not UTF-8.
    var isASCII: Bool { ascii || !TextEncoding.asksForUTF8 }
}

import ArgumentParser
import Foundation
import TUI

/// `whofunds manual`: the manual page in roff, from the same tables that parse options and run keys.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the manual page in roff: whofunds manual | man -l -", shouldDisplay: false)

    func run() { StandardOutput.write(Self.page) }

    static var page: String {
        let sections: [(String, String)] = [
            ("NAME", "whofunds \\- who funds whom, when, and who gets in whose way"),
            ("SYNOPSIS", synopsis), ("DESCRIPTION", description), ("COMMANDS", commands),
            ("OPTIONS", options),
            ("KEYS", keys), ("EXIT STATUS", statuses), ("ENVIRONMENT", environment), ("FILES", files),
            ("EXAMPLES", examples),
        ]
        let body = sections.map { ".SH \($0)\n\($1)" }.joined(separator: "\n")
        return ".TH WHOFUNDS 1 \"\" \"whofunds \(WhoFunds.configuration.version)\" \"User Commands\"\n" + body
            + "\n"
    }

    // MARK: Sections

    private static let synopsis = """
        .B whofunds
        .RI [ WORDS ...]
        .br
        .B whofunds
        .I COMMAND
        .RI [ OPTIONS ]
        """

    private static let description = """
        Browses projects, donors, implementers, timelines, funding chains and conflicts of aid in a terminal, \
        and answers the same on the command line. Without words it opens the explorer on the bundled dossier, \
        \\fIEU migration governance in Central Asia\\fR. With words that are no command it looks them up: one \
        match prints its record, several print a list. Every view of the explorer is a command, shown in its \
        last line but one; what the explorer shows can be scripted.
        """

    private static var commands: String {
        WhoFunds.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { command in
            let name = command.configuration.commandName ?? command._commandName
            return item("\\fB\(escaped(name))\\fR", command.configuration.abstract)
        }.joined(separator: "\n")
    }

    /// The options of the views, as ArgumentParser tells them.
    private static var options: String {
        let help = WhoFunds.helpMessage(for: TimelineCommand.self, columns: 400)
        let lines = help.split(separator: "\n").drop { !$0.hasPrefix("OPTIONS:") }.dropFirst()
        return lines.compactMap { line -> String? in
            let parts = line.drop { $0 == " " }.split(separator: "  ", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard let first = parts.first, first.hasPrefix("-") else { return nil }
            return item("\\fB\(escaped(first))\\fR", parts.count > 1 ? parts[1] : "")
        }.joined(separator: "\n")
    }

    private static var keys: String {
        KeyBinding.Scope.allCases.map { scope in
            let place = scope == .everywhere ? "Everywhere" : "In a \(scope.rawValue)"
            let bindings = KeyBinding.table.filter { $0.scope == scope }.map { binding in
                item(escaped(binding.keys.map(\.label.string).joined(separator: ", ")), binding.help.string)
            }
            return ".SS \(place)\n" + bindings.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static let statuses = [
        item("0", "Found, or done."),
        item("1", "Nothing matched, check found errors, or import could not read all files to their end."),
        item("2", "Something could not be read or written."), item("64", "Wrong usage."),
    ].joined(separator: "\n")

    private static let environment = [
        item("WHOFUNDS_DATASET", "The dataset to open when --dataset is not given."),
        item("NO_COLOR", "When set and not empty, no colour is used."),
        item(
            "XDG_CACHE_HOME, XDG_DATA_HOME",
            "Where compiled dossiers and imported files, and marks and notes, are kept."),
        item("SQLITE_TMPDIR", "Where an import puts temporary files, for which a large one needs room."),
        item("LC_ALL, LC_CTYPE, LANG", "A locale whose characters are not UTF-8 is drawn in ASCII."),
    ].joined(separator: "\n")

    private static let files = [
        item(
            "~/.cache/whofunds/", "Dossiers and IATI files compiled into indexes; may be deleted at any time."
        ),
        item("~/.local/share/whofunds/notes.sqlite", "Your marks and notes."),
    ].joined(separator: "\n")

    private static let examples = """
        .nf
        whofunds bomca
        whofunds conflicts iom
        whofunds timeline \\-\\-theme labour\\-migration \\-\\-from 2004 \\-\\-to 2013
        whofunds projects \\-\\-donor "European Commission" \\-\\-format csv
        whofunds import iati/ \\-\\-into iati.index
        ssh host whofunds chain calm
        .fi
        """

    // MARK: Roff

    private static func item(_ term: String, _ text: String) -> String { ".TP\n\(term)\n\(escaped(text))" }

    /// Hyphens stay hyphens, backslashes are shown, and no line begins with a command of roff.
    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}

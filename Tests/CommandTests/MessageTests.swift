import Foundation
import Testing

@Suite("Exit states and messages")
struct MessageTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let line: String
        let status: Int32
        /// What standard error says, from its beginning; empty for nothing at all.
        let says: String

        init(_ line: String, _ status: Int32, _ says: String = "") {
            self.line = line
            self.status = status
            self.says = says
        }

        var testDescription: String { "whofunds \(line)" }
    }

    static let cases = [
        Case("projects", 0),
        Case("notes", 0),
        Case("bomca", 0),
        Case("show bomca", 0),
        Case("--version", 0),
        Case("--help", 0),
        Case("conflicts --help", 0),
        Case("find labour --kind competition", 0),
        Case("labour --kind competition", 0),
        Case("overview --kind article", 0),
        Case("find labour --kind competitor", 64, "whofunds: --kind «competitor»: there is no such term; "),
        Case("projects --kind competition", 64, "whofunds: --kind «competition»: there is no such term; "),
        Case("chain ilo --rate USD:EUR", 64, "Error: --rate «USD:EUR» is no rate: write it as "),
        Case(
            "chain ilo --rate USD:EUR=0@2010", 64, "Error: --rate «USD:EUR=0@2010»: a rate is above zero"),
        Case(
            "chain ilo --rate XXQ:EUR=1@2010", 64, "Error: --rate «XXQ:EUR=1@2010»: «XXQ» is no currency"),
        Case(
            "chain ilo --rate USD:EUR=1@2010 --rate GBP:USD=1@2010", 64,
            "Error: --rate: «USD:EUR=1@2010» and «GBP:USD=1@2010» lead to two currencies; "),
        Case("chain ilo --tree --account", 64, "Error: --tree and --account are two forms of a chain; "),
        Case("chain ilo --rule gross", 64, "Error: "),
        // Nothing matched.
        Case("frobnicate", 1, "whofunds: nothing is called «frobnicate»; find searches all texts\n"),
        Case("bomcaa", 1, "whofunds: nothing is called «bomcaa»; did you mean bomca?\n"),
        Case("show bomcaa", 1, "whofunds: nothing is called «bomcaa»; did you mean bomca?\n"),
        Case("chain bomcaa", 1, "whofunds: nothing is called «bomcaa»; did you mean bomca?\n"),
        Case("projects --donor bomca", 1, "whofunds: nothing is called «bomca»"),
        Case("projects --text zzzz", 1),
        Case("find zzzz", 1),
        Case("show border", 1, "whofunds: «border» may be several: "),
        Case("conflicts ec-delegation-almaty", 0),
        Case("conflicts ec-delegation-almaty --documented --format json", 1),
        Case("conflicts eucam-project --computed", 1),
        Case("projects --text zzzz --format json", 1),
        Case("projects --text zzzz --format csv", 1),
        Case("timeline --text zzzz --format json", 1),
        Case("notes --format json", 0),
        // Cannot be read.
        Case(
            "projects --dataset /no/such", 2,
            "whofunds: /no/such: there is no such file or folder; check the path\n"),
        Case(
            "projects --dataset /etc/passwd", 2,
            "whofunds: /etc/passwd: holds no data that can be opened: neither IATI files (.xml, .gz, .zip), "
        ),
        Case(
            "check /no/such", 2,
            "whofunds: there is no folder '/no/such'; name one that holds a dossier.yaml\n"),
        Case(
            "check /etc/passwd", 2,
            "whofunds: /etc/passwd: holds no data that can be opened: "),
        Case(
            "", 2, "whofunds: standard input is not a terminal; the explorer needs one, the commands do not\n"
        ),
        Case("explore timeline", 2, "whofunds: standard input is not a terminal"),
        // Wrong usage.
        Case("projects --frob", 64, "Error: Unknown option '--frob'. Did you mean '--from'?"),
        Case("explore frobnicate", 1, "whofunds: nothing is called «frobnicate»"),
        Case("explore check", 64, "whofunds: «check» is no view\n"),
        Case("explore -- projects --from xx", 64, "Error: --from «xx» is no date: write it as "),
        Case("explore -- projects --frob", 64, "Error: Unknown option '--frob'. Did you mean '--from'?"),
        Case("explore -- projects --help", 0),
        Case(
            "projects --from 2005-13", 64,
            "Error: --from «2005-13» is no date: write it as 2008, 2008-03 or 2008-03-15\n"),
        Case("projects --to someday", 64, "Error: --to «someday» is no date"),
        Case(
            "timeline --window x", 64,
            "Error: --window «x» is no period: write it as 2005/2009 or 2005-01/2009-06\n"),
        Case(
            "projects --sort titel", 64,
            "whofunds: --sort «titel»: there is no such column; choose from name, title, "),
        Case(
            "overview --sort title", 64,
            "whofunds: --sort «title»: there is no such column; this view has no order\n"),
        Case("projects --width 5", 64, "Error: --width «5»: a number of columns from 20 to 1000 is wanted\n"),
        Case("projects --width wide", 64, "Error: The value 'wide' is invalid for '--width <columns>'"),
        Case("projects --limit=-1", 64, "Error: --limit «-1»: a number of rows from 0 up is wanted\n"),
        Case("projects --format xml", 64, "Error: The value 'xml' is invalid for '--format <format>'."),
        Case("timeline --lanes colour", 64, "Error: The value 'colour' is invalid for '--lanes <lanes>'."),
        Case(
            "overview --format csv", 64,
            "whofunds: --format csv: overview is no table; choose text, json or markdown\n"),
        Case("coverage", 0),
        Case("coverage --text zzzz", 1),
        Case("coverage --text zzzz --format json", 1),
        Case("coverage --text zzzz --format csv", 1),
        Case("coverage --limit 2", 0),
        Case(
            "coverage --rows theme --columns theme", 64,
            "Error: --rows theme --columns theme: rows and columns must differ; with these rows choose columns from year, country"
        ),
        Case(
            "coverage --rows year", 64,
            "Error: --rows «year»: rows are no times; choose from theme, country, "),
        Case("coverage --columns donor", 64, "Error: --columns «donor»: choose from year, country, theme; "),
        Case("coverage --rows colour", 64, "Error: The value 'colour' is invalid for '--rows <axis>'."),
        Case("coverage --columns theme", 0),
        Case("coverage --format svg", 64, "Error: --format «svg»: pictures are not part of this version; "),
        Case(
            "coverage --sort title", 64,
            "whofunds: --sort «title»: there is no such column; choose from size, name, conflicts"),
        Case("check --format csv", 64, "Error: --format «csv»: check prints text or json\n"),
        Case("check --format svg", 64, "Error: --format «svg»: check prints text or json\n"),
        Case(
            "timeline --format svg", 64,
            "Error: --format «svg»: pictures are not part of this version; choose text or json\n"),
        Case("conflicts --computed", 0),
        Case(
            "conflicts --components months,luck", 64,
            "Error: --components «luck»: choose from months, place, theme, ties"),
        Case("conflicts --threshold 2", 64, "Error: --threshold «2»: a number from 0 to 1 is wanted"),
        Case("conflicts --level friends", 64, "Error: --level «friends»: choose from donor-donor"),
        Case("conflicts --documented", 0),
        Case("check --dataset /no/such", 2, "whofunds: there is no folder '/no/such'; "),
        Case(
            "check here --dataset there", 64, "Error: «here» and --dataset «there»: name what to check once"),
        Case("projects --from 2005 --sort ran", 0),
        Case("projects --from 2005 --sort=-ran", 0),
        Case(
            "projects --sort ran", 64, "whofunds: --sort «ran»: there is no such column; choose from name, "),
        Case("cite", 64, "Error: Missing expected argument '<names> ...'\n"),
        Case("show", 64, "Error: Missing expected argument '<name> ...'\n"),
    ]

    @Test("Each ends as it says, and says what is wrong on standard error", arguments: cases)
    func ends(example: Case) throws {
        let outcome = try Program.run(ViewLines.words(example.line))
        #expect(outcome.status == example.status)
        #expect(
            example.says.isEmpty ? outcome.errors.isEmpty : outcome.errors.hasPrefix(example.says),
            "\(outcome.errors)")
        if example.status == 2 || example.status == 64 { #expect(outcome.bytes.isEmpty) }
    }

    @Test(
        "Where standard error cannot be written, the status is the same",
        arguments: ["2>&-", "2>/dev/full"])
    func noStandardError(redirection: String) throws {
        for (words, status) in [("show nosuch", 1), ("projects --from xx", 64), ("check", 0)] {
            #expect(try Program.shell("\"$whofunds\" \(words) \(redirection)").status == status, "\(words)")
        }
    }

    @Test("What was typed is quoted without its control characters")
    func hostileWords() throws {
        let hostile = "\u{1B}]0;x\u{7}"
        for words in [
            ["projects", "--from", hostile], ["projects", "--\(hostile)"], ["projects", "--format", hostile],
            ["explore", "--", "projects", "--width", hostile],
            ["timeline", "--window", "\u{202E}\(hostile)"],
        ] {
            let outcome = try Program.run(words)
            #expect(outcome.status == 64)
            #expect(outcome.errors.hasPrefix("Error: "))
            for scalar in outcome.errors.unicodeScalars where scalar != "\n" {
                #expect(scalar.properties.generalCategory != .control && scalar != "\u{202E}", "\(words)")
            }
        }
    }

    @Test("A misspelt column has its nearest")
    func nearestColumn() throws {
        let outcome = try Program.run(["projects", "--sort", "titel"])
        #expect(outcome.errors.hasSuffix("; did you mean title?\n"))
    }

    @Test("A name that may be several lists its candidates by id")
    func candidates() throws {
        let message = try Program.run(["show", "border"]).errors
        #expect(message.hasSuffix("). Name one by its id.\n"))
        let ids = message.matches(of: /[:,] ([a-z0-9-]+) \(/).map { String($0.1) }
        #expect(ids.count > 1)
        for id in ids.prefix(2) { #expect(try Program.run(["show", id]).status == 0) }
    }

    @Test("Words that are no command are looked up: one match is a record, several are a list")
    func lookUp() throws {
        #expect(try Program.run(["bomca"]).bytes == Program.run(["show", "bomca"]).bytes)
        let several = try Program.run(["border", "management"])
        #expect(several.status == 0 && several.lines.count > 1)
    }

    @Test("A dataset may be named by WHOFUNDS_DATASET, and the option goes before it")
    func datasetByEnvironment() throws {
        let basin = ["WHOFUNDS_DATASET": Program.basin.path]
        #expect(try Program.run(["clean-canals"], environment: basin).output.hasPrefix("Clean Canals"))
        let missing = ["WHOFUNDS_DATASET": "/no/such"]
        #expect(try Program.run(["projects"], environment: missing).status == 2)
        let both = try Program.run(["projects", "--dataset", Program.basin.path], environment: missing)
        #expect(both.status == 0)
    }
}

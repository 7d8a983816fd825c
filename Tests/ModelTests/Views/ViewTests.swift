import Foundation
import Model
import Testing

@Suite("Views as commands")
struct ViewTests {
    private func view(_ kind: View.Kind, _ subject: String? = nil, _ change: (inout View) -> Void = { _ in })
        -> View
    {
        var view = View(kind, subject)
        change(&view)
        return view
    }

    @Test("a view is written as the command that shows it")
    func commands() {
        #expect(View(.overview).command == "overview")
        #expect(View.record("calm").command == "show calm")
        #expect(view(.find, "labour  migration").command == "find labour migration")
        let timeline = view(.timeline) {
            $0.filter.ties = [.theme: ["labour-migration"], .donor: ["ec", "dfid"]]
            ($0.filter.from, $0.filter.to) = ("2005", "2012?")
            $0.lanes = .donor
            $0.window = "2005-01/2012-12"
        }
        #expect(
            timeline.command
                == "timeline --donor ec --donor dfid --theme labour-migration --from 2005 --to '2012?'"
                + " --lanes donor --window 2005-01/2012-12")
        let list = view(.projects) {
            $0.filter.kind = "programme"
            $0.filter.status = "closed"
            $0.filter.text = "border guards"
            $0.sort = View.Sort("start", descending: true)
            $0.limit = 5
        }
        #expect(
            list.command
                == "projects --status closed --kind programme --text 'border guards' --sort=-start --limit 5")
        #expect(view(.chain, "calm") { $0.isTree = true }.arguments == ["chain", "calm", "--tree"])
    }

    @Test("a value that begins with a hyphen is not taken for an option")
    func hyphens() {
        #expect(view(.projects) { $0.filter.text = "-x" }.arguments == ["projects", "--text=-x"])
        let find = view(.find, "-x y") { $0.filter.kind = "project" }
        #expect(find.arguments == ["find", "--kind", "project", "--", "-x", "y"])
    }

    @Test(
        "a word is quoted when a shell would change it",
        arguments: [
            ("calm", "calm"), ("2005-01/2012", "2005-01/2012"), ("2011~", "2011~"), ("2011%", "2011%"),
            ("a_b.c:d,e@f+g=h", "a_b.c:d,e@f+g=h"), ("", "''"), ("two words", "'two words'"),
            ("2003?", "'2003?'"), ("~", "'~'"), ("~root", "'~root'"), ("a=~root", "'a=~root'"),
            ("a:~root", "'a:~root'"), ("it's", #"'it'\''s'"#), ("'", #"''\'''"#), ("$HOME", "'$HOME'"),
            ("`id`", "'`id`'"), ("a;b", "'a;b'"), ("a&b", "'a&b'"), ("a|b", "'a|b'"), ("a>b", "'a>b'"),
            ("a*", "'a*'"), ("[a]", "'[a]'"), ("{a,b}", "'{a,b}'"), ("#a", "'#a'"), ("!a", "'!a'"),
            ("\"a\"", "'\"a\"'"), ("a\\b", "'a\\b'"), ("a\nb", "'a\nb'"), ("Mazé", "'Mazé'"),
            // An accent on the quotation mark makes one character of both, but not for a shell.
            ("'\u{301}; id", "''\\''\u{301}; id'"),
        ])
    func quoting(_ word: String, _ quoted: String) {
        // By scalars: the strings would be equal with accents composed differently.
        #expect(Array(word.shellQuoted.unicodeScalars) == Array(quoted.unicodeScalars))
    }

    @Test("a shell reads back the words that were quoted")
    func shell() throws {
        var random = SeededGenerator(seed: 51)
        var words = (0..<60).map { _ in
            SafeTextTests.text(&random).filter { $0 != "\0" }
        }
        words += ["'", "'\u{301}", "a'\u{301}b'c", "\\", "$(id)", "-n", ""]
        words = words.map { String(String.UnicodeScalarView($0.unicodeScalars.filter { $0 != "\0" })) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "printf '%s\\0' " + words.map(\.shellQuoted).joined(separator: " ")]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let expected = words.map { Data($0.utf8) + [0] }.reduce(Data(), +)
        #expect(output == expected)
    }

    @Test("an order is written as its column, with a hyphen when turned")
    func sorts() {
        for text in ["start", "-start", "title"] { #expect(View.Sort(text: text).text == text) }
        #expect(View.Sort("start", descending: true).text == "-start")
    }

    @Test("a view knows what it lists and whether it needs a subject")
    func kinds() {
        #expect(View.Kind.discrepancies.listedClass == .discrepancy)
        #expect(View.Kind.timeline.listedClass == nil)
        #expect(View.Kind.allCases.filter(\.needsSubject) == [.chain, .show, .find])
        #expect(RecordClass.allCases.allSatisfy { View.Kind(rawValue: $0.plural)?.listedClass == $0 })
    }

    @Test("a view comes out of JSON as it went in")
    func roundTrip() throws {
        let view = view(.timeline, "calm") {
            $0.filter.ties = [.theme: ["migration"]]
            $0.sort = View.Sort("start")
            $0.lanes = .country
        }
        #expect(try JSONDecoder().decode(View.self, from: JSONEncoder().encode(view)) == view)
    }
}

import Testing

@testable import Formats

@Suite("Reading activities") struct ActivityReaderTests {
    @Test("an activity has its elements, attributes, texts and lines") func plain() throws {
        let sample = try ReadingSample(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <iati-activities version="2.03" generated-datetime="2020-01-01T00:00:00">
              <iati-activity xml:lang="en" default-currency="USD">
                <iati-identifier> A-1 </iati-identifier>
                <title>
                  <narrative>Wells &amp; pumps</narrative>
                  <narrative
                    xml:lang="fr">Puits</narrative>
                </title>
                <budget type="1"/>
              </iati-activity>
            </iati-activities>
            """)
        #expect(sample.outcome.problems.isEmpty)
        #expect(sample.outcome.activities == 1)
        #expect(sample.outcome.root == "iati-activities")
        #expect(sample.outcome.version == "2.03")
        #expect(sample.outcome.generated == "2020-01-01T00:00:00")
        let activity = try #require(sample.activities.first)
        #expect(activity.version == "2.03")
        #expect(activity.line == 3)
        #expect(activity.isComplete)
        #expect(activity.element[.lang] == "en")
        #expect(
            activity.element.written == """
                <iati-activity lang="en" default-currency="USD"><iati-identifier> A-1 </iati-identifier>\
                <title><narrative>Wells & pumps</narrative><narrative lang="fr">Puits</narrative></title>\
                <budget type="1"></budget></iati-activity>
                """)
        #expect(activity.element.first(.title)?.children.map(\.line) == [6, 7])
    }

    @Test("references in texts and values are resolved") func references() throws {
        let sample = try ReadingSample(
            within: """
                <iati-activity><title a="x &amp; y &lt; z &#38; &#x26; &quot;">1 &amp;&amp; 2 &#169; \
                <![CDATA[<b> &amp; ]]>!</title></iati-activity>
                """)
        let title = sample.activities.first?.element.first(.title)
        #expect(title?.attributes.first?.value == "x & y < z & & \"")
        #expect(title?.text == "1 && 2 © <b> &amp; !")
        #expect(sample.outcome.problems.isEmpty)
    }

    @Test("comments and instructions are left out; what is around them is one text") func comments() throws {
        let sample = try ReadingSample(
            within:
                "<iati-activity><!-- <iati-activity> \n & --><title>a<!-- b -->c<?d e?>f</title>\n<budget/></iati-activity>"
        )
        #expect(sample.activities.first?.element.first(.title)?.text == "acf")
        #expect(sample.activities.first?.element.first(.budget)?.line == 3)
        #expect(sample.outcome.problems.isEmpty)
    }

    @Test("foreign names are kept with all within when everything is wanted, and left out otherwise")
    func foreign() throws {
        let xml = """
            <iati-activities xmlns:x="http://example.org/x"><iati-activity x:a="1"><x:b c="2"><title>T</title></x:b>\
            <unknown/></iati-activity></iati-activities>
            """
        #expect(
            try ReadingSample(xml).activities.first?.element.written
                == "<iati-activity x:a=\"1\"><x:b c=\"2\"><title>T</title></x:b><unknown></unknown></iati-activity>"
        )
        #expect(
            try ReadingSample(xml, scope: .imported).activities.first?.element.written
                == "<iati-activity><unknown></unknown></iati-activity>")
    }

    @Test("what no record has a field for is left out of an import") func unused() throws {
        let xml = """
            <iati-activity><conditions/><legacy-data><x/></legacy-data><result><title>R</title>\
            <indicator><period/></indicator></result><fss/><crs-add/></iati-activity>
            """
        #expect(
            try ReadingSample(within: xml, scope: .imported).activities.first?.element.written
                == "<iati-activity><result><title>R</title></result></iati-activity>")
    }

    @Test("a default namespace is as good as none") func defaultNamespace() throws {
        let sample = try ReadingSample(
            "<iati-activities xmlns=\"http://example.org\"><iati-activity><title>T</title></iati-activity></iati-activities>"
        )
        #expect(sample.activities.first?.element.first(.title)?.text == "T")
    }

    @Test("activities are found bare, in wrappers and within one another") func depths() throws {
        let bare = try ReadingSample("<iati-activity><iati-identifier>A</iati-identifier></iati-activity>")
        #expect(bare.identifiers == ["A"])
        #expect(bare.activities.first?.version == nil)
        let wrapped = try ReadingSample(
            """
            <result><query-size>1</query-size><iati-activities version="1.03"><x><iati-activity>
            <iati-identifier>B</iati-identifier></iati-activity></x></iati-activities><iati-activity>
            <iati-identifier>C</iati-identifier></iati-activity></result>
            """)
        #expect(wrapped.identifiers == ["B", "C"])
        #expect(wrapped.activities.map(\.version) == ["1.03", nil])
        let nested = try ReadingSample(
            within: """
                <iati-activity><iati-identifier>D</iati-identifier><fss>
                <iati-activity><iati-identifier>E</iati-identifier></iati-activity></fss>
                <title>D too</title></iati-activity>
                """, scope: .imported)
        #expect(nested.identifiers == ["E", "D"])
        #expect(nested.activities.last?.element.first(.title)?.text == "D too")
        #expect(nested.codes == ["2 nested-activity"])
    }

    @Test("what is outside activities is kept when everything is wanted") func frame() throws {
        let sample = try ReadingSample(
            within: "<stray a=\"1\">s</stray><iati-activity><title>T</title></iati-activity>")
        #expect(
            sample.outcome.frame?.written
                == "<iati-activities version=\"2.03\"><stray a=\"1\">s</stray></iati-activities>")
    }

    @Test(
        "other files are told apart",
        arguments: [
            ("<iati-organisations><iati-organisation/></iati-organisations>", "organisation-file"),
            ("<iati-activities/>", "no-activities"), ("<rss><channel/></rss>", "other-xml"),
            ("<html><body><br><p>Not found</body></html>", "not-xml"), ("", "empty-file"),
            (" \n ", "empty-file"),
            ("{\"a\": 1}", "not-xml"), ("%PDF-1.4", "not-xml"), ("Moved.", "not-xml"),
        ])
    func others(xml: String, code: String) throws {
        let sample = try ReadingSample(xml)
        #expect(sample.codes == [code])
        #expect(sample.activities.isEmpty)
    }

    @Test("what is asked for each activity may end the reading") func thrown() throws {
        struct Enough: Error {}
        var count = 0
        #expect(throws: Enough.self) {
            try ActivityReader(scope: .imported).read(
                .bytes(Array("<a><iati-activity/><iati-activity/></a>".utf8), name: "a"), file: "a"
            ) { _ in
                count += 1
                throw Enough()
            }
        }
        #expect(count == 1)
    }

    @Test("a file that comes in small stretches is the same", arguments: [8, 9, 13, 31, 64])
    func stretches(chunk: Int) throws {
        var limits = Limits()
        limits.chunk = chunk
        let head = "<?xml version=\"1.0\"?><!-- \(String(repeating: "-é", count: 600)) -->\n"
        let activity = """
            <iati-activity><title lang='ru' x="&amp;">Вода &lt; é 5 < 6 &nbsp;&bogus; &#x420;
            </title><iati-identifier><![CDATA[A]] B]]></iati-identifier></iati-activity>

            """
        let xml =
            head + "<iati-activities version=\"2.03\">" + String(repeating: activity, count: 40)
            + "</iati-activities>"
        for bytes in [Array(xml.utf8), xml.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }] {
            let whole = try ReadingSample(bytes: bytes)
            let pieces = try ReadingSample(bytes: bytes, limits: limits)
            #expect(whole.identifiers == Array(repeating: "A]] B", count: 40))
            #expect(pieces.activities.map(\.element.written) == whole.activities.map(\.element.written))
            #expect(pieces.activities.map(\.line) == whole.activities.map(\.line))
            #expect(pieces.outcome.problems == whole.outcome.problems)
            #expect(whole.codes == ["2 html-entity", "2 stray-ampersand", "2 stray-less-than"])
        }
    }

    @Test(
        "of a file that is refused nothing is told, in whatever stretches it comes",
        arguments: [8, 22, 64, 4096])
    func refused(chunk: Int) throws {
        var limits = Limits()
        limits.chunk = chunk
        let xml = "<iati-activities>" + String(repeating: "<a>b</a>", count: 200) + "\0</iati-activities>"
        let sample = try ReadingSample(
            bytes: [0xff, 0xfe] + xml.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }, limits: limits)
        #expect(sample.outcome.isRefused && sample.outcome.frame == nil && sample.codes.count == 1)
    }
}

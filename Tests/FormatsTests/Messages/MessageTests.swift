import Formats
import Model
import Testing

@Suite("What the checker says") struct MessageTests {
    @Test(
        "one mistake gives one message, at its line",
        arguments: [MessageCase.files, MessageCase.shape, MessageCase.references, MessageCase.values].joined()
    )
    func message(_ row: MessageCase) {
        #expect(
            DossierFixture.reading(row.file, row.contents).problems == [
                Problem(
                    row.severity, file: row.file, line: row.line, code: row.code, message: row.message,
                    mend: row.mend)
            ])
    }

    @Test("the sound dossier that the others build on has no problem") func soundDossier() {
        #expect(DossierFixture.reading([:]).problems.isEmpty)
    }

    @Test("everything is found in one run, by file and line") func all() {
        let problems = DossierFixture.reading([
            "themes.yaml": "- {id: labour, name: Labour}\n- {id: borders, nam: B, cite: korneev-2013 §1}\n",
            "places.yaml": "- {id: kg, kind: contry, name: Kyrgyzstan, iso: KY1, cite: korneev-2012 §1}\n",
        ]).problems
        #expect(
            problems.map { "\($0.file):\($0.line ?? 0) \($0.code)" } == [
                "places.yaml:1 bad-country", "places.yaml:1 dangling-id", "places.yaml:1 unknown-term",
                "themes.yaml:1 missing-citation", "themes.yaml:2 missing-key", "themes.yaml:2 unknown-key",
            ])
    }

    @Test("a folder without dossier.yaml is told what to put there") func noDossier() {
        let problems = DossierReader.read(DossierFiles([])).problems
        #expect(
            problems == [
                Problem(
                    file: "dossier.yaml", line: nil, code: "missing-dossier",
                    message: "The folder has no dossier.yaml.",
                    mend: "Add one with two lines: 'id: my-dossier' and 'title: What it is about'.")
            ])
    }

    @Test("a record that cannot be parsed keeps neither the others nor its own id from being known")
    func brokenRecord() {
        let reading = DossierFixture.reading([
            "projects.yaml": """
            - {id: bomca, kind: programme, title: BOMCA, cite: korneev-2013 §1}
            - {id: cadap, kind: programme, title: "CADAP, cite: korneev-2013 §1}
            - {id: calm, kind: project, title: CALM, predecessor: cadap, cite: korneev-2013 §1}
            - {id: carmp, kind: projct, title: CARMP, cite: korneev-2013 §1}
            """
        ])
        #expect(reading.problems.map { "\($0.line ?? 0) \($0.code)" } == ["2 bad-yaml", "4 unknown-term"])
        #expect(reading.dossier.records.map(\.id).contains("calm"))
    }

    @Test("ids in a file that cannot be read are not called unknown") func brokenFile() {
        let problems = DossierFixture.reading([
            "themes.yaml": "labour: [",
            "projects.yaml": "- {id: a, kind: project, title: A, themes: labour, cite: korneev-2013 §1}",
        ]).problems
        #expect(problems.map(\.file) == ["themes.yaml"])
    }

    @Test("a quoted input is cut and harmless") func quotedInput() {
        let long = "a\u{1B}[31m\u{202E}" + String(repeating: "x", count: 5000)
        let yaml = "- {id: \"\(long)\", name: A, cite: korneev-2013 §1}"
        let problem = DossierFixture.reading("themes.yaml", yaml).problems.first { $0.code == "bad-id" }
        #expect(problem?.message == "'a\u{FFFD}[31m\(String(repeating: "x", count: 53))…' is no id.")
    }
}

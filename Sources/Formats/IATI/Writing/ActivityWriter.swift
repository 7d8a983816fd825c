import Model

/// Writes one activity after the other.
struct ActivityWriter {
    let reporter: ActivityExport.Reporter
    /// Of texts that do not say theirs.
    let language: String?
    /// Of those of a dossier.
    let ownLanguage: String?
    let today: Day
    var xml = XMLWriter()
    var tally = ExportTally()
    /// Flows of a dossier that became transactions.
    var writtenFlows = 0
    /// What the project that is being written names, by id.
    var neighbours: [String: Record] = [:]

    init(reporter: ActivityExport.Reporter, language: String?, ownLanguage: String?, today: Day) {
        func code(_ language: String?) -> String? {
            language.flatMap { ValueType.language.accepts($0) && !$0.isEmpty ? $0 : nil }
        }
        self.reporter = reporter
        self.language = code(language)
        self.ownLanguage = code(ownLanguage)
        self.today = today
    }

    mutating func begin() {
        xml.begin(
            "iati-activities", ["version": "2.03", "generated-datetime": "\(today.text)T00:00:00Z"])
    }

    mutating func end() { xml.end() }

    mutating func write(
        _ project: Record, _ neighbours: [String: Record], transfers: [TransferLine], budgets: [BudgetLine],
        flows: [Record]
    ) {
        guard !project.isAbsent else { return tally.add(.deniedProjects) }
        self.neighbours = neighbours
        let references = References(project, reporter)
        tally.activities += 1
        xml.begin(
            "iati-activity",
            [
                "xml:lang": language ?? (references.isPublished ? nil : ownLanguage),
                "last-updated-datetime": updated(project),
                "humanitarian": project.text("humanitarian"), "hierarchy": hierarchy(project),
            ])
        xml.element("iati-identifier", text: references.own ?? "")
        if references.own == nil { tally.add(.identifiers) }
        writeReporter(project, references)
        writeTexts(project)
        writeParticipants(project)
        writeOtherIdentifiers(project)
        let status = value(project, "status")
        xml.element("activity-status", ["code": status.map(Self.statusCode) ?? ""])
        if status == nil { tally.add(.statuses) }
        writeDates(project, references)
        writeWebsites(project)
        writeCoded("activity-scope", project, "scope")
        writePlaces(project, references)
        writeSectors(project, references)
        writeMarkers(project)
        writeCoded("collaboration-type", project, "collaboration")
        writeCoded("default-flow-type", project, "flow-type")
        writeCoded("default-finance-type", project, "finance-type")
        writeAidTypes(project)
        writeCoded("default-tied-status", project, "tied-status")
        writeMoney(project, references, transfers, budgets, flows)
        writeDocuments(project)
        writeRelated(project, references)
        xml.end()
        count(project, references)
    }

    // MARK: Pieces

    /// The value of a field of which one may stand; further ones are counted.
    mutating func value(_ project: Record, _ field: String) -> Value? {
        let values = values(project, field)
        tally.add(.otherValues, values.count - 1)
        return values.first
    }

    /// The values of a field that are not denied.
    mutating func values(_ project: Record, _ field: String) -> [Value] {
        let all = project.values(field)
        let values = all.filter { !$0.isAbsent }
        tally.add(.deniedValues, all.count - values.count)
        return values
    }

    mutating func narrative(_ text: String, _ language: String?) {
        var code = language
        if let language, !ValueType.language.accepts(language) {
            tally.add(.languages)
            code = nil
        }
        xml.element("narrative", ["xml:lang": code], text: text)
    }

    /// An element with a code from a field; a text without a code is told with the descriptions.
    private mutating func writeCoded(_ name: String, _ project: Record, _ field: String) {
        let coded = project.values(field).filter { !$0.isAbsent && $0.code != nil }
        guard let value = coded.first else { return }
        tally.add(.otherValues, coded.count - 1)
        xml.element(name, ["code": value.code])
    }

    private mutating func writeAidTypes(_ project: Record) {
        for value in project.values("aid-type") where !value.isAbsent {
            guard let code = value.code else { continue }
            let vocabulary = value.note.flatMap { ExportTerms.vocabulary($0, .aidTypeVocabulary) }
            xml.element("default-aid-type", ["code": code, "vocabulary": vocabulary])
        }
    }

    private mutating func updated(_ project: Record) -> String? {
        guard let text = project.text("updated"), let date = EDTFDate(text), date.isExact else { return nil }
        tally.add(.dayOfUpdate)
        return "\(text)T00:00:00Z"
    }

    private func hierarchy(_ project: Record) -> String? {
        project.text("hierarchy").flatMap { Int32($0) }.map(String.init)
    }

    private static func statusCode(_ value: Value) -> String {
        ExportTerms.statuses[value.text] ?? value.code ?? value.text
    }

    /// What has no place at all.
    private mutating func count(_ project: Record, _ references: References) {
        if let kind = project.text("kind"), kind != "project" { tally.add(.kinds) }
        for field in ["acronym", "aliases", "expansion"] {
            tally.add(.otherNames, project.texts(field).count)
        }
        for field in ["predecessor", "successor"] { tally.add(.successions, project.texts(field).count) }
        tally.add(.contacts, project.texts("contact").count)
        if project.note != nil { tally.add(.remarks) }
        if !references.isPublished {
            let values = project.recordClass.fields.flatMap { project.values($0.key) }
            tally.add(.remarks, values.count { $0.note != nil })
            tally.add(
                .citations, project.citations.count + values.reduce(0) { $0 + ($1.citations?.count ?? 0) })
        }
    }
}

/// By which identifiers a project and those around it are published.
struct References {
    /// Nil when it has none.
    let own: String?
    /// Whether it was imported, so that ids are what was published.
    let isPublished: Bool
    private let reporter: String

    init(_ project: Record, _ reporter: ActivityExport.Reporter) {
        isPublished = project.citations.contains(where: \.isPublished)
        self.reporter = reporter.reference
        let isUnnamed = project.origin.map { RecordIds.isNameless(project.id, file: $0.file, line: $0.line) }
        own =
            isPublished && isUnnamed == true
            ? nil : Self.activity(project.id, isPublished, reporter.reference)
    }

    func activity(_ id: String) -> String { Self.activity(id, isPublished, reporter) }

    private static func activity(_ id: String, _ isPublished: Bool, _ reporter: String) -> String {
        guard isPublished else { return "\(reporter)-\(id)" }
        return id.hasPrefix("activity:") ? String(id.dropFirst("activity:".utf8.count)) : id
    }
}

extension Citation {
    /// Whether it is a published file that says so.
    var isPublished: Bool { source.hasPrefix("file:") }
}

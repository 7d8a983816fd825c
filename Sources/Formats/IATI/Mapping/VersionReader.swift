import Model

/// Reads one version of an activity. What is wrong is reported and stays as it was written; nothing stops it.
struct VersionReader {
    let registers: Registers
    let root: Element
    let file: String
    /// The activity's own language and currency.
    let language: String?
    let currency: String?
    var version: ActivityVersion
    var dates = ActivityDates()
    var titles: [Narrative] = []
    var shares = ShareSums()
    var sectors = PublishedSectors()
    /// Id of the organisation that reports, for what is its own.
    var reporter: String?

    static func read(_ activity: SourcedActivity, _ registers: Registers) -> ActivityVersion {
        var reader = VersionReader(activity, registers)
        reader.read()
        return reader.version
    }

    private init(_ activity: SourcedActivity, _ registers: Registers) {
        self.registers = registers
        root = activity.element
        file = activity.file
        let language = root.value(.lang)
        self.language = language
        currency = registers.currency(root.value(.defaultCurrency))
        let party = root.first(.reportingOrg).flatMap { registers.party($0, language) }
        let seat = party.map { registers.seat($0) }
        reporter = seat?.id
        let source = registers.sources.source(
            file: file, reporter: seat?.id, updated: root.value(.lastUpdatedDatetime), registers.writer)
        let citation = Citation(source: source.id, locator: Locator("line \(root.line)"))
        version = ActivityVersion(
            citation: citation, source: source.key, origin: Origin(file: file, line: root.line))
    }

    private mutating func read() {
        version.defaultCurrency = currency
        if let currency { checkCurrency(currency, root.line) }
        readReporter()
        for child in root.children { read(child) }
        finishTitle()
        finishDates()
        finishSectors()
        finishShares()
        attributes()
        version.values["amounts"] = Transfer.totals(version.transfers).ifAny
        version.values["kind"] = [Value("project")]
    }

    private mutating func read(_ element: Element) {
        switch element.tag {
        case .iatiIdentifier: identifier(element)
        case .title: titles += element.narratives(defaultLanguage: language)
        case .description: description(element)
        case .participatingOrg: participant(element)
        case .activityStatus: status(element)
        case .activityDate: date(element)
        case .recipientCountry: country(element, inTransaction: false)
        case .recipientRegion: region(element, inTransaction: false)
        case .location: location(element)
        case .sector: sector(element, inTransaction: false)
        case .transaction: transaction(element)
        case .budget: budget(element, .budget)
        case .plannedDisbursement: budget(element, .plannedDisbursement)
        case .relatedActivity: related(element)
        default: detail(element)
        }
    }

    // MARK: The activity itself

    private mutating func identifier(_ element: Element) {
        let written = element.text
        guard let identifier = written.trimmed else { return }
        guard version.identifier == nil else { return report(.repeated("iati-identifier"), element.line) }
        version.identifier = identifier
        if identifier != written { report(.paddedIdentifier(identifier), element.line) }
    }

    private mutating func finishTitle() {
        if version.identifier == nil { report(.missingIdentifier, root.line) }
        guard !titles.isEmpty else { return report(.missingTitle, root.line) }
        version.values["title"] = registers.languages.sorted(titles, own: language).map(\.value)
    }

    private mutating func status(_ element: Element) {
        let code = element.value(.code)
        guard let written = code ?? element.plainText else {
            return report(.emptyCode("activity-status"), element.line)
        }
        let term = Terms.status(written)
        if term == nil { report(.unknownCode(written, "activity-status"), element.line) }
        version.appendOnce(Value(term ?? written, code: code), to: "status")
    }

    private mutating func attributes() {
        if let hierarchy = root.value(.hierarchy) { version.values["hierarchy"] = [Value(hierarchy)] }
        if let written = root.value(.humanitarian), let flag = Terms.flag(written) {
            version.values["humanitarian"] = [Value(flag ? "true" : "false")]
        }
        guard let written = root.value(.lastUpdatedDatetime) else { return }
        guard let day = Dates.day(written) else {
            return report(.notADate(written, "last-updated-datetime"), root.line)
        }
        version.updated = day
        version.values["updated"] = [Value(day.text)]
    }

    // MARK: Pieces

    func report(_ problem: MappingProblem, _ line: Int) {
        registers.problems.report(problem, file: file, line: line)
    }

    /// The texts in an element in the order of languages.
    func texts(_ element: Element) -> [Narrative] {
        registers.languages.sorted(element.narratives(defaultLanguage: language), own: language)
    }

    func checkCurrency(_ currency: String, _ line: Int) {
        if !Currencies.isCode(currency) { report(.unknownCurrency(currency), line) }
    }
}

extension Narrative {
    var value: Value { Value(text, language: language) }
}

extension Array {
    /// Nil when it is empty.
    var ifAny: [Element]? { isEmpty ? nil : self }
}

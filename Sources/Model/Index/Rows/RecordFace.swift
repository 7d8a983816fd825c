/// The row of a record, and what it is found by.
struct RecordFace {
    let id: String
    let recordClass: RecordClass
    let kind: String?
    let title: String
    let acronym: String?
    /// By which lists are in order.
    let sort: String
    /// EDTF.
    let start: String?
    let end: String?
    let extent: Extent
    let status: String?
    let level: String?
    let nature: String?
    let format: String?
    let isAbsent: Bool
    /// The record as JSON.
    let body: String
    /// How far plans and sightings reach: a timeline is drawn as wide.
    let drawn: (first: Day, last: Day)?
    let names: [Name]
    let search: SearchText

    struct Name {
        let name: String
        let folded: String
        /// 0 for its id and acronym, then as its other names are ranked.
        let rank: Int
    }

    /// The texts by which a search finds it, but for the names of what it refers to.
    struct SearchText {
        let names: String
        let prose: String
        let codes: String
    }

    init(_ record: Record) {
        id = record.id
        recordClass = record.recordClass
        kind = record.text(record.recordClass.kindField)
        title = record.title
        acronym = record.acronym
        sort = record.shortName.folded
        let period = (record.text("period") ?? record.text("date") ?? record.text("year")).flatMap(
            Period.init)
        start = period?.startText
        end = period?.endText
        extent = record.extent
        status = record.text("status")
        level = record.text("level")
        nature = record.text("nature")
        format = record.text("format")
        isAbsent = record.isAbsent
        body = RecordBody.text(record)
        drawn = record.recordClass == .project ? record.drawnDays : nil
        names = Self.names(record)
        search = Self.search(record)
    }

    private static func names(_ record: Record) -> [Name] {
        let fields = ["acronym", record.recordClass.titleField, "expansion", "aliases", "iso"]
        var all = [Name(name: record.id, folded: record.id.folded, rank: 0)]
        for (rank, field) in fields.enumerated() {
            all += record.texts(field).map { Name(name: $0, folded: $0.folded, rank: rank) }
        }
        // `commission` means the Commission.
        all += all.filter { $0.folded.hasPrefix("the ") }.map {
            let bare = String($0.name.dropFirst(4))
            return Name(name: bare, folded: bare.folded, rank: $0.rank)
        }
        var seen = Set<String>()
        return all.filter { seen.insert($0.folded).inserted }
    }

    /// The record's names, its title and its prose. The names of what it refers to, so that `iom` finds IOM's
    /// projects too, are known when all records are there.
    private static func search(_ record: Record) -> SearchText {
        let nameFields = ["acronym", "expansion", "aliases"]
        var codes = record.recordClass.isNamed ? [record.id] : []
        // A remark on a published code is of the list that the code is from.
        var prose: [String] = []
        for field in record.values.keys.sorted() {
            for value in record.values[field] ?? [] where value.code == nil {
                if let note = value.note { prose.append(note) }
            }
        }
        if let note = record.note { prose.append(note) }
        for field in record.recordClass.fields where field.isSearched {
            guard let values = record.values[field.key] else { continue }
            switch field.kind {
            case .reference, .participants, .speakers, .flag: continue
            // `n44` and `footnote 44` find what footnote 44 cites.
            case .footnotes: codes += values.flatMap { ($0.footnotes ?? []).map { "n\($0) footnote \($0)" } }
            default:
                if field.key == record.recordClass.titleField || nameFields.contains(field.key) { continue }
                prose += values.map(\.text)
            }
        }
        return SearchText(
            names: nameFields.flatMap(record.texts).joined(separator: " \n"),
            prose: prose.joined(separator: " \n"), codes: codes.joined(separator: " "))
    }
}

extension Record {
    /// The ends that a relation or flow is called after, in order, when its dossier gives it no title.
    var namingEnds: [String]? {
        guard text(recordClass.titleField) == nil else { return nil }
        switch recordClass {
        case .relation: return texts("parties")
        case .flow: return texts("from") + texts("through") + texts("to")
        default: return nil
        }
    }

    /// The record, called after its ends if it has no title: `ILO – IOM`.
    func named(after names: [String: String]) -> Record {
        guard let ends = namingEnds else { return self }
        var record = self
        let joint = recordClass == .flow ? " → " : " – "
        record.values["title"] = [Value(ends.map { names[$0] ?? $0 }.joined(separator: joint))]
        return record
    }
}

import Model

/// One activity from all its versions: values are united, each with the versions that say it; what has one value
/// only and differs stays twice, and becomes a discrepancy. The version that was updated last comes first.
struct VersionMerging {
    let id: String
    private let versions: [ActivityVersion]
    private(set) var transfers: [Transfer]
    private(set) var budgets: [Budget]
    private var values: [String: [Value]]
    private(set) var discrepancies: [Record] = []

    init(id: String, versions: [ActivityVersion]) {
        self.id = id
        guard versions.count > 1 else {
            self.versions = versions
            (transfers, budgets) = (versions[0].transfers, versions[0].budgets)
            values = versions[0].values
            return
        }
        self.versions = versions.enumerated().sorted { left, right in
            let days = (left.element.updated ?? .distantPast, right.element.updated ?? .distantPast)
            return days.0 == days.1 ? left.offset < right.offset : days.0 > days.1
        }.map(\.element)
        transfers = Self.united(self.versions.map(\.transfers))
        budgets = Self.united(self.versions.map(\.budgets))
        values = [:]
        unite()
        values["amounts"] = Transfer.totals(transfers).ifAny
        compare()
    }

    var record: Record {
        let remarks = versions.flatMap(\.remarks)
        return Record(
            id: id, recordClass: .project, citations: versions.map(\.citation).unique, values: values,
            note: remarks.isEmpty ? nil : remarks.unique.joined(separator: "; "), origin: versions[0].origin)
    }

    // MARK: Values

    private mutating func unite() {
        for version in versions {
            for (field, own) in version.values where field != "amounts" {
                for value in own where values[field]?.contains(where: { $0.isSame(as: value) }) != true {
                    var value = value
                    let saying = versions.filter { other in
                        other.values[field]?.contains { $0.isSame(as: value) } == true
                    }
                    if saying.count < versions.count { value.citations = saying.map(\.citation).unique }
                    values[field, default: []].append(value)
                }
            }
        }
    }

    /// Fields of which an activity has one value.
    private static let single = [
        "status", "period", "planned", "scope", "collaboration", "flow-type", "finance-type", "tied-status",
        "humanitarian", "hierarchy",
    ]

    private mutating func compare() {
        for field in Self.single { compare(field, values[field] ?? [], nil) }
        for (language, titles) in Dictionary(grouping: values["title"] ?? [], by: \.language)
            .sorted(by: { ($0.key ?? "") < ($1.key ?? "") })
        {
            compare("title", titles, language)
        }
        var currencies: [Value] = []
        for currency in versions.compactMap(\.defaultCurrency).unique {
            let saying = versions.filter { $0.defaultCurrency == currency }
            currencies.append(Value(currency, citations: saying.map(\.citation).unique))
        }
        compare("default-currency", currencies, nil)
    }

    private mutating func compare(_ field: String, _ values: [Value], _ language: String?) {
        guard values.count > 1 else { return }
        let attribute = RecordClass.project.field(field)?.label ?? field.replacing("-", with: " ")
        discrepancies.append(
            Record(
                id: RecordIds.discrepancy(id, field, language), recordClass: .discrepancy,
                citations: versions.map(\.citation).unique,
                values: [
                    "title": [Value("Files differ in the \(attribute) of \(id)")],
                    "kind": [Value("contradiction")], "about": [Value(id)], "attribute": [Value(attribute)],
                    "values": values.map {
                        Value($0.text, citations: $0.citations ?? versions.map(\.citation))
                    },
                ]))
    }

    // MARK: Money

    /// What several versions tell alike is one: as often as the version that tells it most often.
    private static func united<Item: Versioned>(_ lists: [[Item]]) -> [Item] {
        var counts: [Item: Int] = [:]
        var united: [Item] = []
        for list in lists {
            var own: [Item: Int] = [:]
            for item in list {
                let identity = item.withoutPlace
                own[identity, default: 0] += 1
                if own[identity, default: 0] > counts[identity, default: 0] {
                    counts[identity, default: 0] += 1
                    united.append(item)
                }
            }
        }
        return united
    }
}

/// What stands in a version of an activity, and may stand alike in another.
private protocol Versioned: Hashable {
    /// The same without where it stands.
    var withoutPlace: Self { get }
}

extension Transfer: Versioned {
    /// What a file says beside who, when, how much and what for does not tell two apart.
    fileprivate var withoutPlace: Transfer {
        var transfer = self
        (transfer.source, transfer.line, transfer.details, transfer.valueDate) = (nil, 0, nil, PublishedDay())
        if kind != nil { transfer.code = "" }
        return transfer
    }
}

extension Budget: Versioned {
    fileprivate var withoutPlace: Budget {
        var budget = self
        (budget.source, budget.line) = (nil, 0)
        return budget
    }
}

extension Value {
    /// Whether it says the same, whoever says it.
    fileprivate func isSame(as other: Value) -> Bool {
        text == other.text && participant == other.participant && share == other.share && code == other.code
            && language == other.language && note == other.note
    }
}

extension Array where Element: Hashable {
    /// Each once, in order.
    fileprivate var unique: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}

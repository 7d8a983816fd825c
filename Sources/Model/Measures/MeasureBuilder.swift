import GRDB

/// Computes the measures of a field, of an organisation in it, and of two.
struct MeasureBuilder {
    let dataset: Dataset
    let filter: Filter
    let field: MeasuredField
    let money: ProjectMoney?
    /// Whether money was asked for and no amount tells its currency.
    let lacksMoney: Bool
    let years: SafeText
    let yearRange: ClosedRange<Int>?

    /// Most ingredients that a measure lists; the others are counted.
    static let listed = 200
    /// Most projects that a remark names one by one.
    static let named = 20

    init(_ dataset: Dataset, _ filter: Filter, _ basis: View.MeasureBasis = .projects) throws {
        self.dataset = dataset
        self.filter = filter
        field = try dataset.measuredField(filter)
        if case .money(let currency) = basis {
            money = try dataset.projectMoney(filter, currency: currency)
            lacksMoney = money == nil
        } else {
            (money, lacksMoney) = (nil, false)
        }
        let reach = YearShares.reach(field.projects, within: filter.months)
        yearRange = reach?.years
        years = Self.years(field, reach, filter)
    }

    /// `2000 to 2011; 18 of 31 projects have no date`.
    private static func years(_ field: MeasuredField, _ reach: YearShares.Reach?, _ filter: Filter)
        -> SafeText
    {
        let far = leftOut(reach?.leftOut ?? [])
        let undated = field.projects.undated
        if let months = filter.months {
            let first = months.first.isBounded ? months.first.text : "the beginning"
            let last = months.last.isBounded ? months.last.text : "the end"
            return SafeText("\(first) to \(last), what possibly ran then\(far)")
        }
        let remark = undated == 0 ? "" : "; \(undated) of \(field.projects.count) projects have no date"
        guard let range = reach?.years else { return "all; no project is dated within reach" }
        let span =
            range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
        return SafeText("all, dated ones \(span)\(far)\(remark)")
    }

    /// `; too far from these, and left out of the series: 1700`
    private static func leftOut(_ years: [Int]) -> String {
        guard !years.isEmpty else { return "" }
        let named = years.prefix(6).map(String.init).joined(separator: ", ")
        let more = years.count > 6 ? " and \(years.count - 6) more" : ""
        return "; too far from these, and left out of the series: \(named)\(more)"
    }

    // MARK: Words

    func rule(_ role: MeasuredField.Role) -> SafeText {
        if let money {
            return
                "money as-reported, \(money.words) only: what each project cost, of projects with one \(role.noun) named"
        }
        return lacksMoney
            ? "money as-reported"
            : "projects, each once; one that several \(role.noun)s share is split evenly among them"
    }

    /// Instruments, and projects in which nobody stands in the role: not counted, and said.
    func remarks(_ role: MeasuredField.Role?, _ projects: MeasuredProjects) -> [SafeText] {
        var remarks: [SafeText] = []
        if field.instruments > 0 {
            let words = field.instruments == 1 ? "1 instrument is" : "\(field.instruments) instruments are"
            remarks.append("\(words) a channel of money and not counted as projects")
        }
        if let role {
            let silent = projects.silent(role)
            if silent > 0 {
                remarks.append(
                    "left out: \(silent) of \(projects.count) projects, of which no \(role.noun) is named")
            }
        }
        return remarks
    }

    /// Why a role has no shares.
    func silence(_ role: MeasuredField.Role, _ projects: MeasuredProjects) -> SafeText {
        if projects.isEmpty { return "no project passes" }
        if lacksMoney { return "no amount with a currency is said" }
        if let money {
            return "no project with one named \(role.noun) has one amount in \(money.words)"
        }
        return "no \(role.noun) is named"
    }

    /// Projects that money leaves out, by reason.
    func leftOut(_ role: MeasuredField.Role, _ projects: MeasuredProjects) throws -> [Measure.Group] {
        guard let money else { return [] }
        let shared = "left out: how much is whose is not said, of several \(role.noun)s".safe
        var reasons: [(words: SafeText, first: [Int64], count: Int)] =
            [(shared, [], 0)] + ProjectMoney.Gap.allCases.map { ("left out: \($0.rawValue)".safe, [], 0) }
        var standings = money.reader()
        for project in projects where !project.members(role).isEmpty {
            let place: Int
            switch standings.standing(of: project.key) {
            case .missing(let gap): place = 1 + (ProjectMoney.Gap.allCases.firstIndex(of: gap) ?? 0)
            case .known where project.members(role).count > 1: place = 0
            case .known: continue
            }
            reasons[place].count += 1
            if reasons[place].count <= Self.named { reasons[place].first.append(project.key) }
        }
        let names = try dataset.names(ofKeys: reasons.flatMap(\.first))
        return reasons.filter { $0.count > 0 }.map { reason in
            let items = reason.first.compactMap { names[$0] }.map {
                Measure.Ingredient(records: [$0], figures: [], text: "")
            }
            return Measure.Group(heading: reason.words, items: items, more: reason.count - items.count)
        }
    }
}

extension Dataset {
    /// The names of the records with these keys.
    package func names(ofKeys keys: some Sequence<Int64>) throws -> [Int64: RecordName] {
        let keys = Array(Set(keys))
        return try read { db in
            var names: [Int64: RecordName] = [:]
            for start in stride(from: 0, to: keys.count, by: 10_000) {
                let part = Array(keys[start..<min(start + 10_000, keys.count)])
                let rows = try SQLRequest<Row>(
                    literal: "SELECT key, id, class, title, acronym, kind FROM record WHERE key IN \(part)"
                ).fetchAll(db)
                for row in rows { names[row["key"]] = RecordName(row: row) }
            }
            return names
        }
    }

    /// The key of the organisation with this id; nil when there is none.
    func organisationKey(_ id: String) throws -> Int64? {
        try read { db in
            try SQLRequest<Int64>(
                literal: "SELECT key FROM record WHERE id = \(id) AND class = 'organisation'"
            ).fetchOne(db)
        }
    }
}

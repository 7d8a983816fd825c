import Foundation
import GRDB

/// What projects cost, in one currency and of one kind, as the sources report it; and which of them have to be left
/// out. Amounts of other currencies and kinds are never added, and no figure is chosen where the sources give
/// several.
struct ProjectMoney: Sendable {
    enum Gap: String, CaseIterable, Hashable, Sendable {
        case unsaid = "no amount is said"
        case unknownCurrency = "the currency is not said"
        case otherCurrency = "in another currency"
        case otherKind = "another kind of money only"
        case several = "the sources give several figures"
        case negative = "below zero"
    }

    let currency: String
    /// A term of ``Vocabulary/flowKind``; nil where the sources do not say the kind.
    let kind: String?
    let known: [Int64: Decimal]
    let gaps: [Int64: Gap]

    init(currency: String, figures: [Int64: [Money]], projects: [MeasuredField.Project]) {
        var known: [Int64: Decimal] = [:]
        var gaps: [Int64: Gap] = [:]
        let kind = Self.commonestKind(figures.values, currency)
        for project in projects {
            let figures = figures[project.key] ?? []
            let told = figures.filter { $0.currency == currency }
            let own = Set(told.filter { $0.kind == kind }.map(\.value))
            if let value = own.first, own.count == 1, value >= 0 {
                known[project.key] = value
            } else if own.count > 1 {
                gaps[project.key] = .several
            } else if !own.isEmpty {
                gaps[project.key] = .negative
            } else if !told.isEmpty {
                gaps[project.key] = .otherKind
            } else if figures.isEmpty {
                gaps[project.key] = .unsaid
            } else {
                gaps[project.key] =
                    figures.contains { $0.currency != nil } ? .otherCurrency : .unknownCurrency
            }
        }
        self.currency = currency
        self.kind = kind
        self.known = known
        self.gaps = gaps
    }

    /// The kind that most projects tell; of several the first of its vocabulary, commitments before what is spent.
    private static func commonestKind(_ projects: some Sequence<[Money]>, _ currency: String) -> String? {
        var counts: [String?: Int] = [:]
        for figures in projects {
            for kind in Set(figures.filter { $0.currency == currency }.map(\.kind)) {
                counts[kind, default: 0] += 1
            }
        }
        func rank(_ kind: String?) -> Int {
            kind.map { (Vocabulary.flowKind.terms.firstIndex(of: $0) ?? 99) + 1 } ?? 0
        }
        return counts.min { (-$0.value, rank($0.key)) < (-$1.value, rank($1.key)) }?.key ?? nil
    }

    /// `USD`, or `USD, commitment`.
    var words: String { [currency, kind].compactMap { $0 }.joined(separator: ", ") }
}

extension Dataset {
    /// What the projects of a field cost. Without a currency asked for, in the one that most of them are told
    /// in; nil when no currency is said of any.
    func projectMoney(_ field: MeasuredField, _ filter: Filter, currency wanted: String?) throws
        -> ProjectMoney?
    {
        let figures = try read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT amount.record, amount.value, amount.currency, amount.kind FROM record r
                    JOIN amount ON amount.record = r.key WHERE \(filter.countedProjects(db))
                    """
            ).fetchAll(db)
            return rows.reduce(into: [Int64: [Money]]()) { figures, row in
                guard let value = Decimal(string: row[1] as String) else { return }
                figures[row[0], default: []].append(
                    Money(value: value, currency: row[2], kind: row[3]))
            }
        }
        let told = figures.values.reduce(into: [String: Int]()) { counts, amounts in
            for currency in Set(amounts.compactMap(\.currency)) { counts[currency, default: 0] += 1 }
        }
        let commonest = told.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
        guard let currency = wanted ?? commonest else { return nil }
        return ProjectMoney(currency: currency, figures: figures, projects: field.projects)
    }
}

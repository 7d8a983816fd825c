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
    private(set) var known: [Int64: Decimal] = [:]
    /// Of those of which something is said.
    private var gaps: [Int64: Gap] = [:]

    fileprivate init(currency: String, kind: String?) {
        self.currency = currency
        self.kind = kind
    }

    /// Takes in all that is said of a project; it is something.
    fileprivate mutating func add(_ project: Int64, _ figures: [Money]) {
        let told = figures.filter { $0.currency == currency }
        let own = Set(told.filter { $0.kind == kind }.map(\.value))
        if let value = own.first, own.count == 1, value >= 0 {
            known[project] = value
        } else if own.count > 1 {
            gaps[project] = .several
        } else if !own.isEmpty {
            gaps[project] = .negative
        } else if !told.isEmpty {
            gaps[project] = .otherKind
        } else {
            gaps[project] = figures.contains { $0.currency != nil } ? .otherCurrency : .unknownCurrency
        }
    }

    /// Why a project is left out; nil for one that is not.
    func gap(_ project: Int64) -> Gap? { known[project] == nil ? gaps[project] ?? .unsaid : nil }

    /// `USD`, or `USD, commitment`.
    var words: String { [currency, kind].compactMap { $0 }.joined(separator: ", ") }
}

extension Dataset {
    /// What projects cost. Without a currency asked for, in the one that most of them are told in; nil when no
    /// currency is said of any.
    func projectMoney(_ filter: Filter, currency wanted: String?) throws -> ProjectMoney? {
        try read { db in
            let amounts: SQL = """
                FROM record r NOT INDEXED JOIN amount ON amount.record = r.key WHERE \(try filter.countedProjects(db))
                """
            let currencies = try Self.projects(db, by: "currency", amounts).compactMap { term, projects in
                term.map { ($0, projects) }
            }
            let commonest = currencies.min { (-$0.1, $0.0) < (-$1.1, $1.0) }?.0
            guard let currency = wanted ?? commonest else { return nil }
            // Of kinds that equally many tell the first of the vocabulary, commitments before what is spent.
            func rank(_ kind: String?) -> Int {
                kind.map { (Vocabulary.flowKind.terms.firstIndex(of: $0) ?? 99) + 1 } ?? 0
            }
            let kinds = try Self.projects(db, by: "kind", "\(amounts) AND amount.currency = \(currency)")
            let kind = kinds.min { (-$0.projects, rank($0.term)) < (-$1.projects, rank($1.term)) }?.term
            var money = ProjectMoney(currency: currency, kind: kind ?? nil)
            try Self.eachFigures(db, amounts) { money.add($0, $1) }
            return money
        }
    }

    /// How many projects tell an amount of each term.
    private static func projects(_ db: Database, by column: String, _ amounts: SQL) throws -> [(
        term: String?, projects: Int
    )] {
        try SQLRequest<Row>(
            literal: """
                SELECT amount.\(sql: column), count(DISTINCT amount.record) \(amounts) GROUP BY 1
                """
        ).fetchAll(db).map { ($0[0], $0[1]) }
    }

    /// All that is said of a project, one project after another.
    private static func eachFigures(_ db: Database, _ amounts: SQL, _ body: (Int64, [Money]) -> Void) throws {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT amount.record, amount.value, amount.currency, amount.kind \(amounts) ORDER BY r.key
                """
        ).fetchCursor(db)
        var project: Int64?
        var figures: [Money] = []
        func tell() {
            if let project, !figures.isEmpty { body(project, figures) }
            figures.removeAll(keepingCapacity: true)
        }
        while let row = try rows.next() {
            if row[0] != project { tell() }
            project = row[0]
            guard let value = Decimal(string: row[1] as String) else { continue }
            figures.append(Money(value: value, currency: row[2], kind: row[3]))
        }
        tell()
    }
}

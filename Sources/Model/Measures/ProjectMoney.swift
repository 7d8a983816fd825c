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

    /// What can be said of a project's money.
    enum Standing: Hashable, Sendable {
        case known(Decimal)
        case missing(Gap)
    }

    let currency: String
    /// A term of ``Vocabulary/flowKind``; nil where the sources do not say the kind.
    let kind: String?
    /// In the order of their keys, of projects of which something is said.
    private let standings: LongNumbers

    /// Goes through what is known as often as wanted.
    func reader() -> Reader { Reader(standings.reader()) }

    struct Reader {
        private var numbers: LongNumbers.Reader
        /// The next project of which something is said, and the code of what it is.
        private var next: (project: Int32, code: Int32)?

        fileprivate init(_ numbers: LongNumbers.Reader) {
            self.numbers = numbers
            turn()
        }

        private mutating func turn() {
            next = numbers.has(2) ? (numbers.one(), numbers.one()) : nil
        }

        /// Of a project; whoever asks for several asks in the order of their keys.
        mutating func standing(of project: Int64) -> Standing {
            while let (key, code) = next, key <= project {
                let amount = code == Writing.known ? numbers.several(Writing.length) : []
                turn()
                guard key == project else { continue }
                return code == Writing.known
                    ? .known(Writing.amount(amount)) : .missing(Gap.allCases[Int(code)])
            }
            return .missing(.unsaid)
        }
    }

    /// How a standing is written: as the place of its gap among all, or as -1 and the amount as it lies in memory, for
    /// nobody else reads it.
    private enum Writing {
        static let known: Int32 = -1
        static let length = (MemoryLayout<Decimal>.size + 3) / 4

        static func numbers(_ amount: Decimal) -> [Int32] {
            var numbers = [Int32](repeating: 0, count: length)
            numbers.withUnsafeMutableBytes { to in withUnsafeBytes(of: amount) { to.copyMemory(from: $0) } }
            return numbers
        }

        static func amount(_ numbers: ArraySlice<Int32>) -> Decimal {
            numbers.withUnsafeBytes { $0.loadUnaligned(as: Decimal.self) }
        }
    }

    /// Takes in what is said, project after project.
    fileprivate struct Builder {
        let currency: String
        let kind: String?
        private var numbers = LongNumbers.Builder()

        init(currency: String, kind: String?) {
            self.currency = currency
            self.kind = kind
        }

        /// Takes in all that is said of a project; it is something.
        mutating func add(_ project: Int64, _ figures: [Money]) {
            numbers.append(Int32(project))
            switch standing(figures) {
            case .known(let amount):
                numbers.append(Writing.known)
                numbers.append(contentsOf: Writing.numbers(amount))
            case .missing(let gap): numbers.append(Int32(Gap.allCases.firstIndex(of: gap) ?? 0))
            }
        }

        private func standing(_ figures: [Money]) -> Standing {
            let told = figures.filter { $0.currency == currency }
            let own = Set(told.filter { $0.kind == kind }.map(\.value))
            if let value = own.first, own.count == 1, value >= 0 { return .known(value) }
            if own.count > 1 { return .missing(.several) }
            if !own.isEmpty { return .missing(.negative) }
            if !told.isEmpty { return .missing(.otherKind) }
            return .missing(
                figures.contains { $0.currency != nil } ? .otherCurrency : .unknownCurrency)
        }

        consuming func finish() -> ProjectMoney {
            ProjectMoney(currency: currency, kind: kind, standings: numbers.finish())
        }
    }

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
            var money = ProjectMoney.Builder(currency: currency, kind: kind ?? nil)
            try Self.eachFigures(db, amounts) { money.add($0, $1) }
            return money.finish()
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

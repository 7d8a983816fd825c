import Model

extension ProblemCount {
    /// By severity and code, in the order in which they came.
    static func counted(_ problems: [Problem]) -> [ProblemCount] {
        struct Kind: Hashable {
            let severity: Problem.Severity
            let code: String
        }
        var places: [Kind: Int] = [:]
        var counts: [ProblemCount] = []
        for problem in problems {
            let kind = Kind(severity: problem.severity, code: problem.code)
            if let place = places[kind] {
                counts[place].count += 1
            } else {
                places[kind] = counts.count
                counts.append(ProblemCount(first: problem, count: 1))
            }
        }
        return counts
    }
}

extension ImportSummary {
    mutating func add(_ counted: ProblemCount) {
        add(counted.first.code, counted.first.severity, counted.count, [counted.first])
    }

    /// What was wrong with the paths themselves, which is looked at in each import.
    mutating func add(_ found: InputFinder.Found) {
        for problem in found.problems {
            add(problem.code, problem.severity, 1, [problem])
            if problem.severity == .error { faulty += 1 }
        }
        order()
    }

    /// What the mapping met, and what it made.
    mutating func add(_ tally: ImportTally) {
        activities = tally.activities
        merged = tally.merged
        transactions = tally.transactions
        organisations = tally.organisations
        let first = Dictionary(grouping: tally.firstProblems, by: \.code)
        for (code, entry) in tally.problems { add(code, entry.severity, entry.count, first[code] ?? []) }
    }

    private mutating func add(
        _ code: String, _ severity: Problem.Severity, _ count: Int, _ examples: [Problem]
    ) {
        let isError = severity == .error
        let place =
            problems.firstIndex { $0.code == code && $0.isError == isError }
            ?? {
                problems.append(Kind(code: code, isError: isError, count: 0, examples: []))
                return problems.count - 1
            }()
        problems[place].count += count
        let room = Self.examples - problems[place].examples.count
        problems[place].examples += examples.prefix(max(0, room)).map { problem in
            Kind.Example(
                file: problem.file, line: problem.line, message: problem.message, mend: problem.mend)
        }
    }

    /// Errors first, then what there is most of.
    mutating func order() {
        problems.sort { left, right in
            if left.isError != right.isError { return left.isError }
            return left.count == right.count ? left.code < right.code : left.count > right.count
        }
    }
}

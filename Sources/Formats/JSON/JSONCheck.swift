import Model

/// The outcome of `whofunds check`.
extension JSONValue {
    /// Of a dossier.
    package static func check(_ reading: DossierReading) -> JSONValue {
        let counts = RecordClass.allCases.map { recordClass in
            (
                recordClass.plural,
                JSONValue.integer(reading.dossier.records.count { $0.recordClass == recordClass })
            )
        }
        return check(reading.problems, counts: counts)
    }

    /// Of IATI files: the problems that were kept, and how many there are of each code in all.
    package static func check(_ check: StandardCheck, _ problems: [Problem]) -> JSONValue {
        let codes = check.log.counts.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.integer($0.value)) }
        return self.check(
            problems,
            counts: [
                ("files", .integer(check.files)), ("activities", .integer(check.activities)),
                ("errors", .integer(check.log.errors)), ("warnings", .integer(check.log.warnings)),
                ("codes", .object(codes)),
            ])
    }

    private static func check(_ problems: [Problem], counts: [(String, JSONValue)]) -> JSONValue {
        func list(_ severity: Problem.Severity) -> JSONValue {
            .array(problems.filter { $0.severity == severity }.map(problem))
        }
        return .object([("errors", list(.error)), ("warnings", list(.warning)), ("counts", .object(counts))])
    }

    private static func problem(_ problem: Problem) -> JSONValue {
        .object([
            ("file", .text(problem.file)), ("line", problem.line.map(JSONValue.integer) ?? .null),
            ("code", .text(problem.code)), ("message", .text(problem.message)), ("mend", .text(problem.mend)),
        ])
    }
}

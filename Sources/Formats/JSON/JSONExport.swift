import Model

/// What `whofunds export --to iati` wrote, and what it could not write as it is.
extension JSONValue {
    package static func export(_ tally: ExportTally, _ reporter: ActivityExport.Reporter) -> JSONValue {
        let groups = ExportRemark.Group.allCases.map { group in
            (
                group.rawValue,
                JSONValue.object(
                    tally.remarks(group).map { ($0.remark.key, JSONValue.integer($0.count)) })
            )
        }
        return .object(
            [
                ("format", .string("iati")), ("activities", .integer(tally.activities)),
                ("transactions", .integer(tally.transactions)), ("budgets", .integer(tally.budgets)),
                (
                    "reportingOrganisation",
                    .object([("ref", .text(reporter.reference)), ("name", .text(reporter.name))])
                ),
            ] + groups)
    }
}

/// How much of an activity a reader takes.
package enum Scope: Sendable {
    /// What a dataset is made of. Left out are foreign names and the subtrees in ``unused``.
    case imported
    /// Everything that is in the file.
    case everything

    /// The elements that no record has a field for.
    static let unused: Set<Tag> = [
        .countryBudgetItems, .conditions, .legacyData, .indicator, .crsAdd, .fss,
    ]
}

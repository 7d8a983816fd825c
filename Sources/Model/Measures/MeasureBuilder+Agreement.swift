extension MeasureBuilder {
    /// How many of the rivalries that sources document between projects the computed register holds, at which
    /// places, and why the others are not in it.
    func agreement() throws -> Measure {
        let agreement = try dataset.agreement()
        let rivalries = agreement?.rivalries ?? []
        var measure = Measure(
            name: .documentedFound, level: .register, of: [],
            value: rivalries.isEmpty ? nil : .count(agreement?.found ?? 0),
            unknown: rivalries.isEmpty ? Self.silence(agreement) : nil,
            years: years, rule: "rivalries that name projects on two sides; found when one of their pairs is",
            items: rivalries.count, itemNoun: "documented conflict",
            itemRemark: agreement.map { " against \(Decimals.counted($0.register, "computed pair"))" } ?? "")
        let found = rivalries.filter { $0.rank != nil }.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
        measure.groups = [
            Measure.Group(
                heading: "found, at which place of the register",
                items: found.map { rivalry in
                    Measure.Ingredient(
                        records: [rivalry.relation], figures: [Double(rivalry.rank ?? 0)],
                        text: "number \(rivalry.rank ?? 0)")
                }, more: 0),
            Measure.Group(
                heading: "not found, and why",
                items: rivalries.filter { $0.rank == nil }.map { rivalry in
                    Measure.Ingredient(records: [rivalry.relation], figures: [], text: Self.why(rivalry))
                }, more: 0),
        ]
        return measure
    }

    private static func silence(_ agreement: Agreement?) -> SafeText {
        agreement == nil
            ? "the dataset is too large to be searched to its end at once"
            : "no rivalry is documented in which projects face each other"
    }

    /// `4 pairs: undated, no common theme`.
    private static func why(_ rivalry: Agreement.Rivalry) -> SafeText {
        var seen = Set<String>()
        let words = rivalry.missed.flatMap(\.reasons).map(\.word).filter { seen.insert($0).inserted }
        let pairs = Decimals.counted(rivalry.missed.count, "pair")
        return SafeText("\(pairs): \(words.map { $0.replacing("-", with: " ") }.joined(separator: ", "))")
    }
}

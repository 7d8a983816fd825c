/// A number about a field, an organisation or two of them, with everything that it takes to compute it again:
/// formula, source, level, years, counting rule, ingredients.
package struct Measure: Sendable {
    /// Whose number it is.
    package enum Level: String, CaseIterable, Codable, Sendable {
        case register, donor, implementer
        case graph = "funding-graph"
        case pair = "organisation-pair"
    }

    package enum Value: Hashable, Sendable {
        /// Of a whole, 0 to 1.
        case share(Double)
        /// An index from 0 to 1.
        case index(Double)
        /// A number of equals, which need not be whole.
        case number(Double)
        case count(Int)
        /// Months certain, and possible (which include the certain ones); nil when they have no bound.
        case months(certain: Int?, possible: Int?)
    }

    /// One thing that a measure rests on: the records that it concerns, their figures, a remark.
    package struct Ingredient: Hashable, Sendable {
        package let records: [RecordName]
        /// In the order that the group's heading says.
        package let figures: [Double]
        package let text: SafeText
    }

    package struct Group: Hashable, Sendable {
        package let heading: SafeText
        package let items: [Ingredient]
        /// How many more there are than are listed.
        package let more: Int
    }

    /// The measure in one year: over what certainly ran then, and over what possibly did; nil when nothing ran.
    package struct Year: Hashable, Sendable {
        package let year: Int
        package let certain: Double?
        package let possible: Double?
        /// On how many projects each rests.
        package let certainItems: Int
        package let possibleItems: Int
    }

    package let name: MeasureName
    package let level: Level
    /// Whom it is of; empty for the whole field.
    package let of: [RecordName]
    /// Nil when there is nothing to compute it from: ``unknown`` says why.
    package let value: Value?
    package var unknown: SafeText?
    /// The years that it covers.
    package let years: SafeText
    /// What was counted, and how.
    package let rule: SafeText
    /// How many items it rests on, and what one of them is: `project`.
    package let items: Int
    package let itemNoun: String
    package var itemRemark = ""
    /// What stands beside the value: the leader, the funder.
    package var note: SafeText = ""
    /// The formula with the numbers put in.
    package var working: SafeText = ""
    package var groups: [Group] = []
    package var series: [Year] = []
    /// What was left out, and other caveats.
    package var remarks: [SafeText] = []
    /// Of a centrality: divided by what it could be at most.
    package var normalised: Double?

    /// `22 projects`.
    package var itemsText: SafeText { SafeText(Decimals.counted(items, itemNoun) + itemRemark) }

    /// `2003–2011`, the years of the series; empty without one.
    package var seriesYears: SafeText {
        guard let first = series.first?.year, let last = series.last?.year else { return "" }
        return SafeText(first == last ? "\(first)" : "\(first)–\(last)")
    }

    /// Unique among the measures of a view.
    package var id: String {
        ([name.rawValue, level.rawValue] + [of.map(\.id).joined(separator: "+")]).filter { !$0.isEmpty }
            .joined(separator: ":")
    }
}

extension Measure.Value {
    /// The value as a plain number; of months the certain ones.
    package var number: Double? {
        switch self {
        case .share(let value), .index(let value), .number(let value): value
        case .count(let count): Double(count)
        case .months(let certain, _): certain.map(Double.init)
        }
    }

    /// `46.0 %`, `0.257`, `36 to 54`.
    package var text: SafeText {
        switch self {
        case .share(let value): SafeText("\(Decimals.text(value * 100, 1)) %")
        case .index(let value): SafeText(Decimals.text(value, 3))
        case .number(let value): SafeText(Decimals.text(value, 2))
        case .count(let count): SafeText(String(count))
        case .months(nil, _): "no end"
        case .months(let certain?, nil): "\(certain) or more"
        case .months(let certain?, let possible?):
            possible > certain ? "\(certain) to \(possible)" : "\(certain)"
        }
    }

    /// What the number counts, for those who read JSON.
    package var unit: String {
        switch self {
        case .share: "share"
        case .index: "index"
        case .number: "equals"
        case .count: "count"
        case .months: "months"
        }
    }
}

extension Measure.Level {
    package var title: SafeText {
        switch self {
        case .register: "register"
        case .donor: "donors"
        case .implementer: "implementers"
        case .graph: "funding graph"
        case .pair: "two organisations"
        }
    }
}

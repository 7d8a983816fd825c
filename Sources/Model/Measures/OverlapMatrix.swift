/// How alike each of a set of organisations is to each other.
package struct OverlapMatrix: Sendable {
    package let name: MeasureName
    package let level: Measure.Level
    package let organisations: [RecordName]
    /// Row by row; nil where one of the two has nothing to compare.
    package let values: [[Double?]]

    /// Most organisations that a matrix compares: those with most projects.
    package static let most = 40

    static func value(_ name: MeasureName, _ one: Portfolio, _ other: Portfolio) -> Double? {
        switch name {
        case .themeNicheOverlap, .countryNicheOverlap: one.nicheOverlap(other)
        default: one.overlap(other)
        }
    }
}

extension Dataset {
    /// The matrix that `view` asks for: implementers, or donors, by themes if nothing else is asked.
    package func overlapMatrix(_ view: View) throws -> OverlapMatrix {
        let builder = try MeasureBuilder(self, view.filter)
        let role: MeasuredField.Role = view.measureLevel == .donor ? .donor : .implementer
        let name = view.measure.flatMap { MeasureName.matrices.contains($0) ? $0 : nil } ?? .themeOverlap
        let category: PortfolioCategory =
            name == .countryOverlap || name == .countryNicheOverlap ? .countries : .themes
        let actors = try actors(builder, role, view.limit ?? OverlapMatrix.most)
        let portfolios = try portfolios(
            category, role == .donor ? .donor : .implementer, view.filter, of: actors.map(\.key))
        let values = actors.map { row in
            actors.map { column -> Double? in
                guard let one = portfolios[row.key], let other = portfolios[column.key] else { return nil }
                return OverlapMatrix.value(name, one, other)
            }
        }
        return OverlapMatrix(
            name: name, level: role.level, organisations: actors.map(\.name), values: values)
    }
}

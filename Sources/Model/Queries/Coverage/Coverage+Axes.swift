extension Coverage {
    /// What rows or columns are.
    package enum Axis: String, CaseIterable, Codable, Sendable {
        case theme, country, organisation, donor, implementer, year

        package static let forRows: [Axis] = [.theme, .country, .organisation, .donor, .implementer]
        package static let forColumns: [Axis] = [.year, .country, .theme]

        /// How a filter names the axis's records; nil for years.
        package var dimension: Filter.Dimension? { Filter.Dimension(rawValue: rawValue) }

        package var plural: String { self == .country ? "countries" : rawValue + "s" }
    }

    /// Rows and columns: two different axes.
    package struct Axes: Hashable, Sendable {
        package let rows: Axis
        package let columns: Axis

        package static let usual = Axes(.theme, .year)

        private init(_ rows: Axis, _ columns: Axis) {
            self.rows = rows
            self.columns = columns
        }

        /// Nil for axes that make no grid: rows of years, columns of organisations, or the same twice. What is
        /// not said is the usual, or what goes with the other.
        package init?(rows: Axis?, columns: Axis?) {
            let columns = columns ?? .year
            let rows = rows ?? (columns == .theme ? .organisation : .theme)
            guard Axis.forRows.contains(rows), Axis.forColumns.contains(columns), rows != columns else {
                return nil
            }
            self.init(rows, columns)
        }

        /// Every pair, those that are asked for most first.
        package static let all: [Axes] = {
            let first: [Axes] = [
                usual, Axes(.theme, .country), Axes(.country, .year), Axes(.organisation, .theme),
            ]
            let rest = Axis.forRows.flatMap { rows in Axis.forColumns.map { Axes(rows, $0) } }
            return first + rest.filter { $0.rows != $0.columns && !first.contains($0) }
        }()

        /// `theme × year`.
        package var title: SafeText { "\(rows.rawValue) × \(columns.rawValue)" }
    }

    /// What the level of a cell says.
    package enum Count: String, CaseIterable, Codable, Sendable {
        case projects, implementers, donors
    }

    /// How rows are ordered: see ``ordered(by:count:)``.
    package enum Order: String, CaseIterable, Sendable {
        case size, name, conflicts
    }
}

// MARK: In a view

extension View {
    /// The axes of a coverage; the usual ones where its settings make none.
    package var axes: Coverage.Axes {
        get {
            Coverage.Axes(
                rows: self[.rows].flatMap(Coverage.Axis.init),
                columns: self[.columns].flatMap(Coverage.Axis.init)) ?? .usual
        }
        set {
            self[.rows] = newValue == .usual ? nil : newValue.rows.rawValue
            self[.columns] = newValue == .usual ? nil : newValue.columns.rawValue
        }
    }

    /// What the levels of a coverage count.
    package var count: Coverage.Count {
        get { self[.count].flatMap(Coverage.Count.init) ?? .projects }
        set { self[.count] = newValue == .projects ? nil : newValue.rawValue }
    }
}

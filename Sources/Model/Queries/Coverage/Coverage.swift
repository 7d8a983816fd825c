/// Who does what where when: a grid of the projects that a filter lets through, by two of their ties.
///
/// A row or column stands there when it has a project. The projects of a cell are exactly those of the list
/// that ``filter(row:column:)`` asks for.
package struct Coverage: Sendable {
    /// What is counted in a cell, in a whole row, or in a whole column.
    ///
    /// Kept short: a grid may have hundreds of thousands.
    package struct Tally: Hashable, Sendable {
        private var projectCount: Int32 = 0
        /// Less than 0 for nil.
        private var certainCount: Int32 = -1
        private var implementerCount: Int32 = 0
        private var donorCount: Int32 = 0
        /// Whether two projects with different implementers ran in one and the same calendar year.
        package var overlap = Certainty.none

        package var projects: Int {
            get { Int(projectCount) }
            set { projectCount = Int32(newValue) }
        }

        /// Projects that certainly ran in the column's time; nil where columns are no times.
        package var certain: Int? {
            get { certainCount < 0 ? nil : Int(certainCount) }
            set { certainCount = newValue.map { Int32($0) } ?? -1 }
        }

        /// Different organisations; one that is part of another that is counted here is counted with it.
        package var implementers: Int {
            get { Int(implementerCount) }
            set { implementerCount = Int32(newValue) }
        }

        package var donors: Int {
            get { Int(donorCount) }
            set { donorCount = Int32(newValue) }
        }

        package init(
            projects: Int = 0, certain: Int? = nil, implementers: Int = 0, donors: Int = 0,
            overlap: Certainty = .none
        ) {
            self.overlap = overlap
            self.projects = projects
            self.certain = certain
            self.implementers = implementers
            self.donors = donors
        }

        /// That of a gap.
        package static let nothing = Tally()
    }

    /// A cell with at least one project.
    package struct Cell: Hashable, Sendable {
        private var place: Int32
        package var tally: Tally
        /// Ids of the projects, by name; nil where they were not asked for.
        package var ids: [String]?

        /// Index of the column.
        package var column: Int { Int(place) }

        package init(column: Int, tally: Tally, ids: [String]? = nil) {
            place = Int32(column)
            self.tally = tally
            self.ids = ids
        }
    }

    package struct Row: Sendable {
        package let name: RecordName
        /// By column, without gaps.
        package var cells: [Cell]
        /// All that is in its cells, each project once.
        package let total: Tally
        /// Projects of the row that stand in no column, because the sources do not say when or where.
        package let unplaced: Int

        package var id: String { name.id }

        /// The cell in a column; nil for a gap.
        package func cell(_ column: Int) -> Cell? {
            let index = cells.prefixCount { $0.column < column }
            return index < cells.count && cells[index].column == column ? cells[index] : nil
        }
    }

    package struct Column: Hashable, Sendable {
        /// A record's id; a year; or an EDTF period of all the years before or after, `../1953`.
        package let id: String
        /// In full.
        package let name: SafeText
        /// What stands above the column: a country's code, an acronym, a name.
        package let short: SafeText
        /// Projects in its cells, each once.
        package var projects = 0
        /// What a list of the column's projects is asked for: EDTF dates; nil where columns are no times, or
        /// where an end is open.
        package var from: String?
        package var to: String?
    }

    /// Projects that stand in no cell.
    package struct Unplaced: Hashable, Sendable {
        package var projects = 0
        /// Of these, how many have nothing that could be a row, and how many nothing that could be a column.
        package var withoutRow = 0
        package var withoutColumn = 0
        /// Ids of the projects, by name; nil where they were not asked for.
        package var ids: [String]?
    }

    package let axes: Axes
    package let filter: Filter
    package internal(set) var rows: [Row]
    package internal(set) var columns: [Column]
    package let unplaced: Unplaced
    /// How many projects the filter lets through.
    package let projects: Int

    /// Whether there is nothing to draw.
    package var isEmpty: Bool { rows.isEmpty || columns.isEmpty }

    /// The filter of the list of a cell's projects.
    ///
    /// The row's record takes the place of the records of its kind that the filter names: a row stands inside
    /// one of these, so its projects are theirs too.
    package func filter(row: Int, column: Int) -> Filter {
        var narrowed = filter
        if let dimension = axes.rows.dimension { narrowed.ties[dimension] = [rows[row].id] }
        if let dimension = axes.columns.dimension {
            narrowed.ties[dimension] = [columns[column].id]
        } else {
            narrowed.from = columns[column].from
            narrowed.to = columns[column].to
        }
        return narrowed
    }
}

extension Coverage.Tally {
    package subscript(_ count: Coverage.Count) -> Int {
        switch count {
        case .projects: projects
        case .implementers: implementers
        case .donors: donors
        }
    }
}

extension Coverage {
    /// Which of five levels a number stands in: 0, 1, 2, 3 to 4, 5 and more.
    package static func level(_ number: Int) -> Int {
        switch number {
        case ...0: 0
        case 1, 2: number
        case 3, 4: 3
        default: 4
        }
    }
}

extension Dataset {
    /// The grid of the projects that a filter lets through, rows by name.
    ///
    /// Of all projects the index holds it (``CoverageTable``), unless cells are to know their projects. Else it costs
    /// what is in scope: each project once for each row and column that it stands in.
    ///
    /// - Parameter listsProjects: whether each cell knows its projects; ``Coverage/filter(row:column:)`` gives
    ///   the list of one cell without it.
    package func coverage(
        _ filter: Filter = Filter(), _ axes: Coverage.Axes = .usual, listsProjects: Bool = false
    ) throws -> Coverage {
        try read { db in
            if filter.isEmpty && !listsProjects, let known = try CoverageTable(db).coverage(axes) {
                return known
            }
            let field = try CoverageField(
                db, among: selection(db, .project, filter), listsProjects: listsProjects)
            let columns = try CoverageColumns(db, filter, axes.columns, field.projects)
            var builder = CoverageBuilder(field, columns, filter, axes, listsProjects: listsProjects)
            if let dimension = axes.rows.dimension {
                var names = try CoverageNames(db, dimension.recordClass)
                try filter.eachTie(db, dimension, field.projects) { target, members in
                    try interruption.check()
                    if let name = try names.name(of: target) { builder.add(name, members) }
                }
            }
            return builder.coverage()
        }
    }

    /// The grid that a view shows: its axes, its order, at most as many rows as it wants.
    package func coverage(_ view: View, listsProjects: Bool = false) throws -> Coverage {
        let coverage = try coverage(view.filter, view.axes, listsProjects: listsProjects)
        return coverage.ordered(by: view.sort, count: view.count).limited(to: view.limit)
    }
}

extension Dataset {
    /// The grid of the projects that a filter lets through, rows by name.
    ///
    /// It costs what is in scope: each project once for each row and column that it stands in.
    ///
    /// - Parameter listsProjects: whether each cell knows its projects; ``Coverage/filter(row:column:)`` gives
    ///   the list of one cell without it.
    package func coverage(
        _ filter: Filter = Filter(), _ axes: Coverage.Axes = .usual, listsProjects: Bool = false
    ) throws -> Coverage {
        try read { db in
            var builder = try CoverageBuilder(
                db, filter, among: selection(db, .project, filter), axes, listsProjects: listsProjects)
            return try builder.coverage(db)
        }
    }

    /// The grid that a view shows: its axes, its order, at most as many rows as it wants.
    package func coverage(_ view: View, listsProjects: Bool = false) throws -> Coverage {
        let coverage = try coverage(view.filter, view.axes, listsProjects: listsProjects)
        return coverage.ordered(by: view.sort, count: view.count).limited(to: view.limit)
    }
}

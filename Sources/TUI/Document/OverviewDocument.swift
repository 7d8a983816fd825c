import Model

/// The dataset at a glance.
package enum OverviewDocument {
    package static func document(_ overview: Overview, title: SafeText, description: SafeText?) -> Document {
        var document = Document()
        document.add(.title([Document.Span(title)]))
        if let description { document.add(.paragraph([Document.Span(description, .dim)], indent: 0)) }
        document.add(.blank)
        document.add(.paragraph(counts(overview), indent: 0))
        addYears(overview, to: &document)
        addConflicts(overview, to: &document)
        addDiscrepancies(overview, to: &document)
        document.add(.blank)
        document.add(
            .pair(ranked("who pays", overview.donors), ranked("who implements", overview.implementers)))
        return document
    }

    private static func counts(_ overview: Overview) -> [Document.Span] {
        var spans: [Document.Span] = []
        for recordClass in RecordClass.allCases {
            guard let count = overview.counts[recordClass], count > 0,
                let kind = View.Kind(rawValue: recordClass.plural)
            else { continue }
            if !spans.isEmpty { spans.append(Document.Span(" · ", .dim)) }
            let word = count == 1 ? recordClass.rawValue : recordClass.plural
            // A no-break space keeps number and word on one line.
            spans.append(Document.Span(SafeText("\(count) \(word)"), .link, target: View(kind)))
        }
        return spans
    }

    private static func addConflicts(_ overview: Overview, to document: inout Document) {
        guard !overview.conflicts.isEmpty else { return }
        document.heading("conflicts that the sources document (\(overview.conflictIds.count))")
        for conflict in overview.conflicts.prefix(5) {
            let months = conflict.monthsShared.certain
            var remark = [conflict.record.text("kind"), conflict.record.text("nature")].compactMap { $0 }
            let count = months.map(String.init) ?? "unbounded"
            if months != 0 { remark.append("\(count) \(months == 1 ? "month" : "months") shared") }
            document.add(
                .item(
                    [
                        Document.Span("⚔ ", .conflict),
                        .link(SafeText(conflict.record.title), conflict.record.id),
                        Document.Span(SafeText("  \(remark.joined(separator: ", "))"), .dim),
                    ], indent: 0))
        }
        addMore(overview.conflictIds.count - 5, View(.conflicts), to: &document)
    }

    private static func addDiscrepancies(_ overview: Overview, to document: inout Document) {
        guard overview.discrepancyCount > 0 else { return }
        document.heading("what the sources disagree about, or leave open (\(overview.discrepancyCount))")
        for name in overview.discrepancies.prefix(5) {
            document.add(.item([.link(name.title, name.id)], indent: 0))
        }
        addMore(overview.discrepancyCount - 5, View(.discrepancies), to: &document)
    }

    private static func addMore(_ count: Int, _ view: View, to document: inout Document) {
        guard count > 0 else { return }
        document.add(.item([Document.Span("and \(count) more", .link, target: view)], indent: 0))
    }

    private static let longestBar = 12

    private static func ranked(_ title: SafeText, _ entries: [Overview.Ranked]) -> [Document.Block] {
        var blocks: [Document.Block] = [.heading("\(title.string) (projects)")]
        let most = entries.map(\.projects).max() ?? 0
        for entry in entries.prefix(8) {
            // A mark for each project where there is room for all, else a part of the longest.
            let length =
                most <= longestBar ? entry.projects : max(1, entry.projects * longestBar / most)
            let bar = SafeText(String(repeating: "▪", count: length))
            blocks.append(
                .paragraph(
                    [
                        Document.Span(SafeText("\(entry.projects)").leftPadded(to: 3) + " ", .plain),
                        .link(entry.name.short, entry.name.id), Document.Span(" " + bar, .dim),
                    ], indent: 0))
        }
        if entries.isEmpty { blocks.append(.paragraph([Document.Span("not said", .dim)], indent: 0)) }
        return blocks
    }

    // MARK: Activity per year

    private static func addYears(_ overview: Overview, to document: inout Document) {
        guard overview.years.count > 1 else { return }
        document.heading("projects running, year by year")
        let years = overview.years
        document.add(.figure { width in YearBars(years: years).canvas(width: width) })
        var legend = "█ certainly  ░ possibly"
        if overview.undated > 0 {
            legend +=
                " · \(overview.undated) more \(overview.undated == 1 ? "has" : "have") no date in the sources"
        }
        document.add(.paragraph([Document.Span(SafeText(legend), .dim)], indent: 0))
    }
}

/// Columns of how many projects ran in each year: solid is certain, light is possible.
private struct YearBars {
    let years: [Overview.Year]

    func canvas(width: Int) -> Canvas {
        let step = max(1, min(6, width / max(1, years.count)))
        let shown = years.suffix(max(1, width / step))
        let most = max(1, shown.map(\.possible).max() ?? 1)
        let height = min(4, most)
        let leftOut = leftOut(years.dropLast(shown.count))
        var canvas = Canvas(Size(width, height + (leftOut == nil ? 1 : 2)))
        if let leftOut { canvas.write(leftOut, 0, height + 1, .dim) }
        for (index, year) in shown.enumerated() {
            let x = index * step
            let barWidth = max(1, step - 1)
            let certain = scaled(year.certain, most, height)
            let possible = scaled(year.possible, most, height)
            for level in 0..<height {
                let y = height - 1 - level
                for column in x..<x + barWidth where level < possible {
                    canvas.put(level < certain ? "█" : "░", column, y, level < certain ? .plain : .dim)
                }
            }
            if let text = label(year.year, step, room: width - x) { canvas.write(text, x, height, .dim) }
        }
        return canvas
    }

    /// Of the years that there is no room for: the earliest.
    private func leftOut(_ years: ArraySlice<Overview.Year>) -> SafeText? {
        guard let first = years.first?.year, let last = years.last?.year else { return nil }
        let most = years.map(\.possible).max() ?? 0
        let span = first == last ? "\(first)" : "\(first) to \(last)"
        return SafeText("no room for \(span): in none of these years more than \(most)")
    }

    /// What stands below a year's bar: where bars are too narrow, every so many years have their number.
    private func label(_ year: Int, _ step: Int, room: Int) -> SafeText? {
        switch step {
        case 5...: return SafeText("\(year)")
        case 3...: return SafeText("’\(String(year).suffix(2))")
        default: return year % (10 / step) == 0 && room >= 4 ? SafeText("\(year)") : nil
        }
    }

    private func scaled(_ count: Int, _ most: Int, _ height: Int) -> Int {
        count == 0 ? 0 : max(1, (count * height + most / 2) / most)
    }
}

extension SafeText {
    /// The text after as many spaces as make it `columns` wide.
    func leftPadded(to columns: Int) -> SafeText {
        SafeText(String(repeating: " ", count: max(0, columns - self.columns)) + string)
    }
}

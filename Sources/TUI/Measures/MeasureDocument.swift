import Model

/// One measure on a page: value, formula, counting rule, years, source, ingredients with their links, and what
/// the number can and cannot say.
package enum MeasureDocument {
    /// `view` is the one that the measure was asked for in: links keep its filters.
    package static func document(_ measure: Measure, in view: View) -> Document {
        var document = Document()
        document.add(.title([Document.Span(measure.name.title)]))
        document.add(.paragraph(whose(measure, view), indent: 0))
        document.add(.blank)
        addValue(measure, to: &document)
        document.field("formula", measure.name.formula)
        if !measure.working.isEmpty { document.field("with numbers", measure.working) }
        document.field("counted", measure.rule)
        document.field("years", measure.years)
        document.field("rests on", measure.itemsText)
        for (index, remark) in measure.remarks.enumerated() {
            document.field(index == 0 ? "mind" : "", remark)
        }
        document.field("reading", measure.name.reading)
        for group in measure.groups { add(group, view, to: &document) }
        addYears(measure, to: &document)
        document.heading("source")
        document.add(.paragraph([Document.Span(measure.name.source)], indent: 0))
        return document
    }

    private static func whose(_ measure: Measure, _ view: View) -> [Document.Span] {
        guard !measure.of.isEmpty else {
            return [Document.Span("of " + measure.ofWhat + passing(view), .dim)]
        }
        var spans: [Document.Span] = [Document.Span("of ", .dim)]
        for (index, name) in measure.of.enumerated() {
            if index > 0 { spans.append(Document.Span(" × ", .dim)) }
            spans.append(.link(name.title, name.id))
        }
        return spans + [Document.Span(" · level: " + measure.level.title + passing(view), .dim)]
    }

    private static func passing(_ view: View) -> SafeText {
        let parts = view.filter.parts.map { "\($0.option) \($0.value)" }
        return parts.isEmpty ? "" : SafeText(" · under the filter \(parts.joined(separator: ", "))")
    }

    private static func addValue(_ measure: Measure, to document: inout Document) {
        guard let value = measure.value else {
            document.field("value", "no number: " + (measure.unknown ?? "not known"), .dim)
            return
        }
        var spans = [Document.Span(value.text + (value.unit == "months" ? " months" : ""), .bold)]
        if let exact = exact(value) { spans.append(Document.Span("  " + exact, .dim)) }
        if !measure.note.isEmpty { spans.append(Document.Span("  " + measure.note)) }
        document.add(.field("value", spans))
    }

    /// More digits, where the short form has few.
    private static func exact(_ value: Measure.Value) -> SafeText? {
        switch value {
        case .share(let number), .index(let number), .number(let number):
            SafeText("(\(Decimals.short(number, 6)))")
        case .months, .count: nil
        }
    }

    private static func add(_ group: Measure.Group, _ view: View, to document: inout Document) {
        document.heading(group.heading)
        for item in group.items {
            var spans: [Document.Span] = []
            for record in item.records {
                if !spans.isEmpty { spans.append(Document.Span(" × ", .dim)) }
                spans.append(.link(record.short, record.id))
            }
            if !item.text.isEmpty { spans.append(Document.Span((spans.isEmpty ? "" : "  ") + item.text)) }
            document.add(.item(spans, indent: 0))
        }
        if group.items.isEmpty && group.more == 0 {
            document.add(.paragraph([Document.Span("none", .dim)], indent: 0))
        }
        if group.more > 0 {
            document.add(.item([Document.Span("and \(group.more) more", .dim)], indent: 0))
        }
    }

    private static func addYears(_ measure: Measure, to document: inout Document) {
        let line = Sparkline.text(measure)
        guard !line.isEmpty else { return }
        document.heading("year by year")
        document.add(.field("possibly ran", [Document.Span(line)]))
        let certain = Sparkline.text(measure, \.certain)
        if !certain.isEmpty { document.add(.field("certainly ran", [Document.Span(certain)])) }
        // A year in which nothing ran has no line: the bars above show it as a gap.
        let told = measure.series.filter { $0.possible != nil || $0.certain != nil }
        var runs: [(first: Int, last: Int, text: String)] = []
        for year in told {
            let text = text(year, measure)
            if let last = runs.last, last.text == text, last.last == year.year - 1 {
                runs[runs.count - 1].last = year.year
            } else {
                runs.append((year.year, year.year, text))
            }
        }
        for run in runs {
            let years = run.first == run.last ? "\(run.first)" : "\(run.first)–\(run.last)"
            document.add(.field(SafeText(years), [Document.Span(SafeText(run.text))]))
        }
    }

    private static func text(_ year: Measure.Year, _ measure: Measure) -> String {
        func told(_ value: Double?, _ items: Int, _ word: String) -> String {
            guard let value else { return "\(word) no number" }
            let number = "\(word) \(Decimals.short(value))"
            return measure.restsOnProjects
                ? "\(number) (\(Decimals.counted(items, "project")))" : number
        }
        return told(year.possible, year.possibleItems, "possibly") + ", "
            + told(year.certain, year.certainItems, "certainly")
    }

    // MARK: On a record's page

    /// The section of a record's page.
    static func section(_ page: RecordMeasures) -> [Document.Block] {
        var blocks: [Document.Block] = [.blank, .heading("measures")]
        for measure in page.measures {
            var spans: [Document.Span] = []
            if measure.level == .pair, let other = measure.of.last {
                spans.append(Document.Span(measure.name.title, .link, target: View(.measures).of(measure)))
                spans.append(" with ")
                spans.append(.link(other.short, other.id))
            } else {
                spans.append(Document.Span(measure.name.title, .link, target: View(.measures).of(measure)))
            }
            spans.append(Document.Span("  " + (measure.value?.text ?? "?"), .bold))
            if !measure.note.isEmpty { spans.append(Document.Span("  " + measure.note, .dim)) }
            blocks.append(.item(spans, indent: 0))
        }
        if let support = page.support { blocks.append(.item(line(support), indent: 0)) }
        if let deferred = page.deferred {
            blocks.append(.item([Document.Span(deferred, .dim)], indent: 0))
        }
        return blocks
    }

    private static func line(_ support: RecordMeasures.Support) -> [Document.Span] {
        func names(_ list: [RecordName]) -> [Document.Span] {
            list.flatMap { [Document.Span(", "), .link($0.short, $0.id)] }.dropFirst().map { $0 }
        }
        guard let sole = support.sole.first else {
            return [Document.Span("named donors: ")] + names(support.donors)
                + [Document.Span("; none of them alone holds all its named support")]
        }
        var measure = View(.measures, sole.id)
        measure.measure = .withdrawal
        return [Document.Span("all its named support is ")] + names(support.sole)
            + [
                Document.Span("’s: "),
                Document.Span("what else rests on it alone", .link, target: measure),
            ]
    }
}

extension Measure {
    /// Whether the items of a year are projects.
    fileprivate var restsOnProjects: Bool { name != .presence && name != .jointPresence && name != .projects }
}

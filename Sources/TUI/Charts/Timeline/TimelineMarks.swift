import Model

/// The events of a timeline in the order of time; those in a window are found without going through all.
struct TimelineMarks: Sendable {
    private let marks: [(day: Day, mark: Timeline.Mark)]

    init(_ marks: [Timeline.Mark]) {
        self.marks = marks.compactMap { mark in Self.place(of: mark).map { ($0, mark) } }
            .sorted { ($0.day, $0.mark.title) < ($1.day, $1.mark.title) }
    }

    var isEmpty: Bool { marks.isEmpty }

    /// The glyphs of the events in the window, and titles where there is room for them to the right.
    func strip(in viewport: TimelineViewport) -> [Canvas.Cell?] {
        var canvas = Canvas(Size(viewport.width, 1))
        var isDrawn = Array(repeating: false, count: viewport.width)
        let groups = groups(in: viewport)
        for (index, group) in groups.enumerated() {
            let next = index + 1 < groups.count ? groups[index + 1].column - 1 : viewport.width
            let isExact = group.marks.contains { Self.isExact($0, in: viewport) }
            canvas.put(isExact ? TimelineGlyph.event : TimelineGlyph.eventAbout, group.column, 0)
            isDrawn[group.column] = true
            let count = group.marks.count
            let title: SafeText = count > 1 ? "×\(count) " + group.marks[0].title : group.marks[0].title
            let room = next - group.column - 2
            // Two letters and an ellipsis say nothing; a number does.
            let label =
                room >= min(title.columns, 6) ? title.fitted(to: room) : count > 1 ? "×\(count)" : .empty
            guard !label.isEmpty, label.columns <= room else { continue }
            let end = canvas.write(label, group.column + 2, 0)
            for column in group.column..<min(end, viewport.width) { isDrawn[column] = true }
        }
        return zip(canvas.row(0), isDrawn).map { $1 ? $0 : nil }
    }

    private func groups(in viewport: TimelineViewport) -> [(column: Int, marks: [Timeline.Mark])] {
        var groups: [(column: Int, marks: [Timeline.Mark])] = []
        var index = firstIndex(from: viewport.firstDay)
        while index < marks.count, marks[index].day <= viewport.lastDay {
            let column = viewport.column(of: marks[index].day)
            if groups.last?.column == column {
                groups[groups.count - 1].marks.append(marks[index].mark)
            } else {
                groups.append((column, [marks[index].mark]))
            }
            index += 1
        }
        return groups
    }

    private func firstIndex(from day: Day) -> Int {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The day to draw an event at: the middle of the days on which it may have begun.
    private static func place(of mark: Timeline.Mark) -> Day? {
        let extent = mark.extent
        if extent.startEarliest.isBounded && extent.startLatest.isBounded {
            return Day(rawValue: (extent.startEarliest.rawValue + extent.startLatest.rawValue) / 2)
        }
        let bounds = [extent.startLatest, extent.startEarliest, extent.endEarliest, extent.endLatest]
        return bounds.first(where: \.isBounded)
    }

    /// Whether it certainly began within the column it is drawn at.
    private static func isExact(_ mark: Timeline.Mark, in viewport: TimelineViewport) -> Bool {
        let extent = mark.extent
        guard extent.startEarliest.isBounded && extent.startLatest.isBounded else { return false }
        guard !mark.date.contains(where: { "?~%".contains($0) }) else { return false }
        return viewport.column(of: extent.startEarliest) == viewport.column(of: extent.startLatest)
    }
}

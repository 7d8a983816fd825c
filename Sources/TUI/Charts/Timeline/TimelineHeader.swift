import Model

/// The two rows of ticks above a plot: years over months or quarters, or years over their marks, by room.
struct TimelineHeader {
    struct Tick: Hashable {
        let column: Int
        let label: SafeText
    }

    private enum Unit: Hashable {
        case week, month, quarter, half
        case years(Int)

        var shortestDays: Double {
            switch self {
            case .week: 7
            case .month: 28
            case .quarter: 90
            case .half: 181
            case .years(let count): Double(count) * 365
            }
        }
    }

    /// The coarser ticks, the first perhaps of a unit that began left of the window.
    private(set) var major: [Tick] = []
    /// The finer ticks; a mark each where there is no room for labels.
    private(set) var minor: [Tick] = []

    init(_ viewport: TimelineViewport) {
        let fine: [Unit] = [.week, .month, .quarter]
        if let unit = fine.first(where: { isRoomy($0, viewport) }) {
            minor = ticks(unit, viewport).map { Tick(column: $0.column, label: Self.label($0.day, unit)) }
                .filter { $0.column + $0.label.columns <= viewport.width }
            let coarse: Unit = unit == .week ? .month : .years(1)
            major = labelled(coarse, viewport)
            return
        }
        guard let unit = Self.years.first(where: { isRoomy($0, viewport) }) else { return }
        major = labelled(unit, viewport)
        let marks = ([.quarter, .half] + Self.years).first { isRoomy($0, viewport, width: 2) } ?? unit
        let places = Set(ticks(unit, viewport).map(\.column))
        let small = ticks(marks, viewport).filter { !places.contains($0.column) }
        minor =
            (places.map { Tick(column: $0, label: "│") } + small.map { Tick(column: $0.column, label: "·") })
            .sorted { $0.column < $1.column }
    }

    private static let years: [Unit] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(Unit.years)

    /// Whether labels of the unit stand apart at every place in the window.
    private func isRoomy(_ unit: Unit, _ viewport: TimelineViewport, width: Int? = nil) -> Bool {
        let width = width ?? Self.width(of: unit)
        // Spares counting thousands of ticks that cannot fit.
        guard unit.shortestDays >= Double(width) * viewport.scale.daysPerColumn else { return false }
        let columns = ticks(unit, viewport).map(\.column)
        return zip(columns, columns.dropFirst()).allSatisfy { $1 - $0 > width }
    }

    /// Labels of the coarser row; at the left edge that of the unit that is running, if it has room.
    private func labelled(_ unit: Unit, _ viewport: TimelineViewport) -> [Tick] {
        let carriesYear = unit == .month
        let label = { (day: Day) -> SafeText in
            carriesYear ? Self.label(day, .month) + " " + Self.label(day, .years(1)) : Self.label(day, unit)
        }
        var labelled = ticks(unit, viewport).map { Tick(column: $0.column, label: label($0.day)) }
        let running = label(Self.start(of: unit, at: viewport.firstDay))
        let first = labelled.first?.column ?? viewport.width + 1
        labelled.removeAll { $0.column + $0.label.columns > viewport.width }
        // Several years to a label: it would stand under the wrong year.
        let isSingle = unit == .month || unit == .years(1)
        if isSingle && first > running.columns { labelled.insert(Tick(column: 0, label: running), at: 0) }
        return labelled
    }

    /// The units that begin in the window, by column and first day.
    private func ticks(_ unit: Unit, _ viewport: TimelineViewport) -> [(column: Int, day: Day)] {
        var day = Self.start(of: unit, at: viewport.firstDay)
        if day < viewport.firstDay { day = Self.next(unit, after: day) }
        var ticks: [(column: Int, day: Day)] = []
        while day <= viewport.lastDay {
            ticks.append((viewport.column(of: day), day))
            day = Self.next(unit, after: day)
        }
        return ticks
    }

    private static func width(of unit: Unit) -> Int {
        switch unit {
        case .week, .quarter, .half: 2
        case .month: 3
        case .years: 4
        }
    }

    private static func label(_ day: Day, _ unit: Unit) -> SafeText {
        let date = day.civil
        switch unit {
        case .week: return SafeText(date.day < 10 ? " \(date.day)" : "\(date.day)")
        case .month: return names[date.month - 1]
        case .quarter: return SafeText("Q\((date.month + 2) / 3)")
        case .half: return SafeText("H\((date.month + 5) / 6)")
        case .years: return SafeText((0...9999).contains(date.year) ? String(day.text.prefix(4)) : "")
        }
    }

    private static let names: [SafeText] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func start(of unit: Unit, at day: Day) -> Day {
        let date = day.civil
        switch unit {
        case .week: return TimelineScale.week.firstDay(of: TimelineScale.week.column(of: day))
        case .month: return day.month.firstDay
        case .quarter: return TimelineScale.quarter.firstDay(of: TimelineScale.quarter.column(of: day))
        case .half: return Day(year: date.year, month: date.month < 7 ? 1 : 7, day: 1)
        case .years(let count):
            let year = date.year - ((date.year % count) + count) % count
            return Day(year: year, month: 1, day: 1)
        }
    }

    private static func next(_ unit: Unit, after day: Day) -> Day {
        switch unit {
        case .week: day.advanced(by: 7)
        case .month: day.month.advanced(by: 1).firstDay
        case .quarter: day.month.advanced(by: 3).firstDay
        case .half: day.month.advanced(by: 6).firstDay
        case .years(let count): day.month.advanced(by: 12 * count).firstDay
        }
    }
}

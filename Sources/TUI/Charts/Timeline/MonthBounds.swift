import Model

/// The first and the last month of many days, those without a bound left out.
struct MonthBounds {
    private var first = Day.distantFuture
    private var last = Day.distantPast

    /// Nil when no day was bounded.
    var months: MonthSpan? {
        first <= last ? MonthSpan(between: first.month, and: last.month) : nil
    }

    mutating func add(_ day: Day) {
        guard day.isBounded else { return }
        first = min(first, day)
        last = max(last, day)
    }

    mutating func add(_ extent: Extent) {
        add(extent.startEarliest)
        add(extent.startLatest)
        add(extent.endEarliest)
        add(extent.endLatest)
    }

    mutating func add(_ span: MonthSpan) {
        add(span.first.firstDay)
        add(span.last.firstDay)
    }
}

extension Timeline {
    /// From the first to the last month of anything drawn: as ``months``, with plans and sightings.
    var drawnMonths: MonthSpan? {
        var bounds = MonthBounds()
        for lane in lanes {
            for row in lane.rows {
                bounds.add(row.extent)
                if let planned = row.planned { bounds.add(planned) }
                for seen in row.seen { bounds.add(seen) }
            }
        }
        for mark in marks { bounds.add(mark.extent) }
        return bounds.months
    }
}

import Model

@testable import TUI

/// A timeline after the dossier's labour migration and borders: what is known of each project differs.
enum TimelineSample {
    static func row(
        _ id: String, _ owner: SafeText, _ name: SafeText, _ period: String?, seen: [String] = [],
        planned: String? = nil
    ) -> Timeline.Row {
        let run = period.flatMap { Period($0) }
        let sightings = seen.compactMap { Period($0) }
        return Timeline.Row(
            id: id, name: name, title: name, owner: owner, extent: Extent(run, seen: sightings),
            start: run?.startText, end: run?.endText,
            seen: sightings.compactMap { sighting in
                guard let first = sighting.start.date, let last = sighting.end.date else { return nil }
                return MonthSpan(first.earliest.month, last.latest.month)
            },
            planned: planned.flatMap { Period($0) }.map { Extent($0) })
    }

    static func mark(_ id: String, _ title: SafeText, _ date: String) -> Timeline.Mark {
        Timeline.Mark(id: id, title: title, extent: Extent(Period(date)), date: date)
    }

    static func clash(_ id: String, _ first: Timeline.Row, _ second: Timeline.Row) -> Timeline.Clash {
        Timeline.Clash(
            id: id, title: first.owner + " – " + second.owner, first: first.id, second: second.id,
            months: first.extent.shared(with: second.extent))
    }

    static let towards = row(
        "towards", "ILO", "Towards Sustainable Partnerships for the Governance of Labour Migration",
        "2006-11/2011-11")
    static let regulating = row(
        "regulating", "ILO", "Regulating Labour Migration as an Instrument of Development", "2008-03/2011-05")
    static let calm = row("calm", "IOM", "CALM", "2007-06/")
    static let carmp = row("carmp", "IOM", "CARMP", nil, seen: ["2011"])
    static let dialogue = row("dialogue", "OSCE", "Dialogue on labour migration", nil)
    static let bomca = row("bomca", "UNDP", "BOMCA", "2003/", seen: ["2011-04"])
    static let prague = row("prague", "ICMPD", "Prague Process", "2009/2011", planned: "2012/2016")

    static let timeline = Timeline(
        lanes: [
            Timeline.Lane(
                id: "labour", title: "labour migration", rows: [towards, regulating, calm, carmp, dialogue]),
            Timeline.Lane(id: "borders", title: "border management", rows: [bomca, prague]),
        ],
        marks: [
            mark("strategy", "EU Strategy for Central Asia", "2007-06"),
            mark("cta", "new technical adviser", "2010"),
            mark("tour-1", "study tour to Italy", "2011-03-14"),
            mark("tour-2", "study tour to Moscow", "2011-03-28"),
        ],
        clashes: [clash("ilo-iom-1", towards, calm), clash("ilo-iom-2", regulating, calm)])

    /// The chart by one scale with the cursor on a day.
    static func picture(by scale: TimelineScale, at day: Day) -> Canvas {
        picture(80, 24) { viewport in
            viewport.go(to: day)
            viewport.zoom(to: scale)
        }
    }

    /// The chart as the explorer shows it.
    static func picture(
        _ width: Int, _ height: Int, of timeline: Timeline = timeline,
        _ change: (inout TimelineViewport) -> Void = { _ in }
    ) -> Canvas {
        let chart = TimelineChart(timeline)
        var viewport = TimelineViewport(fitting: chart.months, width: TimelineChart.plotWidth(of: width))
        change(&viewport)
        var canvas = Canvas(Size(width, height))
        chart.draw(on: &canvas, in: canvas.bounds, viewport: viewport, firstLine: 0)
        return canvas
    }
}

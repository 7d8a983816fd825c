import Model

@testable import TUI

/// One row for each way in which a project's dates can be known.
enum TimelineKinds {
    static let rows = [
        TimelineSample.row("a", "A", "overrun", "2003-02/2009-06", planned: "2003-02/2007-12"),
        TimelineSample.row("b", "A", "cut short", "2003-02/2005", planned: "2003-02/2007-12"),
        TimelineSample.row("c", "A", "goes on", "2004/.."),
        TimelineSample.row("d", "A", "always was", "../2006-03"),
        TimelineSample.row("e", "A", "end before start", "2008/2005"),
        TimelineSample.row("f", "A", "both doubtful", "2004?/2007~"),
        TimelineSample.row("g", "A", "start not said", "/2007-05"),
        TimelineSample.row("h", "A", "end not said", "2007-05/"),
        TimelineSample.row("i", "A", "one month", "2006-07"),
        TimelineSample.row("j", "A", "one day", "2006-07-03"),
        TimelineSample.row("k", "A", "some time in 2006", "2006"),
        TimelineSample.row("l", "A", "only planned", nil, planned: "2005-03/2008-03"),
        TimelineSample.row("m", "A", "seen twice", nil, seen: ["2004-05", "2007-02"]),
        TimelineSample.row("n", "A", "seen after doubt", "2004?/", seen: ["2007-02"]),
        TimelineSample.row("o", "A", "long ago", "19XX"),
        TimelineSample.row("p", "A", "not dated", nil),
    ]

    static let timeline = Timeline(
        lanes: [Timeline.Lane(id: "all", title: "", rows: rows)], marks: [], clashes: [])

    static let window = MonthSpan(between: Month(year: 2002, month: 1), and: Month(year: 2010, month: 12))
}

extension SeededGenerator {
    /// A period whose bounds are exact, doubtful, open or not said.
    mutating func period() -> String {
        let first = Int.random(in: 1990...2015, using: &self)
        let last = first + Int.random(in: 0...12, using: &self)
        return bound(first, isStart: true) + "/" + bound(last, isStart: false)
    }

    private mutating func bound(_ year: Int, isStart: Bool) -> String {
        let month =
            isStart ? 1 + Int.random(in: 0...5, using: &self) : 7 + Int.random(in: 0...5, using: &self)
        let digits = month < 10 ? "0\(month)" : "\(month)"
        // The start is always dated: a period without any date is none.
        switch Int.random(in: 0...(isStart ? 4 : 6), using: &self) {
        case 0: return "\(year)"
        case 1: return "\(year)?"
        case 2: return "\(year)-\(digits)~"
        case 3: return "\(year)-\(digits)"
        case 4: return "\(year)-\(digits)-15"
        case 5: return ".."
        default: return ""
        }
    }
}

import Model

/// Where the parts of a coverage lie in a rectangle; those that matter least go first when it is small.
struct CoverageLayout {
    /// Columns that a cell takes: a glyph and a mark.
    static let pitch = 2

    let rect: Rect
    let heads: Rect
    let body: Rect
    /// What stands in no cell.
    let remark: Rect
    let status: Rect
    /// Columns of names, with the marker before and the total after them.
    let frozen: Int
    /// Columns of the total at the end of the frozen ones; 0 where there is no room.
    let totalWidth: Int

    init(_ rect: Rect, chart: CoverageChart, hasStatus: Bool = true) {
        self.rect = rect
        let height = rect.height
        var rest: Rect
        (heads, rest) = rect.splitTop(Self.headHeight(chart, height))
        let footer = (remark: height >= 9 ? 1 : 0, status: hasStatus && height >= 3 ? 1 : 0)
        (body, rest) = rest.splitTop(
            min(chart.coverage.rows.count, rest.height - footer.remark - footer.status))
        (remark, rest) = rest.splitTop(footer.remark)
        (status, _) = rest.splitTop(footer.status)
        (frozen, totalWidth) = Self.frozen(chart, rect.width)
    }

    /// The part of `area` that lies in the plot.
    func plot(_ area: Rect) -> Rect { area.splitLeft(frozen).rest }

    /// How many columns of cells there is room for.
    var room: Int { max(0, rect.width - frozen) / Self.pitch }

    private static func headHeight(_ chart: CoverageChart, _ height: Int) -> Int {
        if chart.coverage.axes.columns == .year { return height >= 6 ? 2 : height >= 3 ? 1 : 0 }
        // Names stand upright, with a line for the cursor's mark below; rows have the first right to lines.
        let most = max(3, height / 3, height - chart.coverage.rows.count - 2)
        return height < 4 ? 0 : min(chart.longestHead, most - 1, 15) + 1
    }

    /// Names get what they need up to two fifths of the width, and what no column wants.
    private static func frozen(_ chart: CoverageChart, _ width: Int) -> (Int, Int) {
        if width < 10 { return (width < 6 ? 0 : 1, 0) }
        let total = width >= 50 ? chart.totalWidth : 0
        let spare = width - 4 - total - chart.coverage.columns.count * pitch
        let names = min(chart.longestName, max(4, width * 2 / 5 - 3 - total, spare))
        return (2 + names + (total > 0 ? total + 1 : 0) + 1, total)
    }
}

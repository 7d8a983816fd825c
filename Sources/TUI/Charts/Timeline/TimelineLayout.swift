import Model

/// Where the parts of a timeline lie in a rectangle; those that matter least go first when it is small.
struct TimelineLayout {
    /// The frozen column: marker, owner, name.
    let frozen: Int
    let rect: Rect
    let header: Rect
    let events: Rect
    let body: Rect
    let overlap: Rect
    let status: Rect

    init(_ rect: Rect, lines: Int, hasEvents: Bool, hasStatus: Bool = true) {
        self.rect = rect
        frozen = Self.frozenWidth(of: rect.width)
        let rows = rect.height
        var rest: Rect
        (header, rest) = rect.splitTop(rows >= 8 ? 2 : rows >= 4 ? 1 : 0)
        (events, rest) = rest.splitTop(hasEvents && rows >= 7 ? 1 : 0)
        let footer = (overlap: rows >= 6 ? 1 : 0, status: hasStatus && rows >= 3 ? 1 : 0)
        // The overlap stands right under the rows it counts.
        (body, rest) = rest.splitTop(min(lines, rest.height - footer.overlap - footer.status))
        (overlap, rest) = rest.splitTop(footer.overlap)
        (status, _) = rest.splitTop(footer.status)
    }

    var plotWidth: Int { max(0, rect.width - frozen) }

    /// The part of `area` that lies in the plot.
    func plot(_ area: Rect) -> Rect { area.splitLeft(frozen).rest }

    static func frozenWidth(of width: Int) -> Int {
        switch width {
        case ..<6: 0
        case ..<30: 1
        case ..<60: width * 3 / 10
        default: min(width * 11 / 40, 40)
        }
    }
}

import Model

/// The flows between two nodes of a chain, drawn as one line.
package struct ChainEdge: Sendable {
    /// How the line is drawn; where lines run together, the first of these shows.
    package enum Kind: Int, Comparable, Sendable {
        case stated, inferred, back, absent

        package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// Indices of the nodes at the left and right end.
    package let left: Int
    package let right: Int
    /// Indices of the flows, in the order of the chain.
    package let flows: [Int]
    package let kind: Kind
    /// What is written on the line where figures stand side by side, and where one stands below another.
    let label: SafeText
    let stackedLabel: [SafeText]
    /// What is left of the label without amounts.
    let mark: SafeText
    /// The label without its mark, one amount a line.
    let figures: [SafeText]
    /// Whether the label says more than that the amount is unknown.
    let isLabelled: Bool

    /// Cells of the longest bar, where there is room and where there is little.
    private static let wideBar = 4
    private static let narrowBar = 2
    private static let mostAmounts = 3

    init(_ link: LayeredGraph.Link, flows all: [Chain.Flow], numbers: [Int], scale: ChainScale) {
        left = link.left
        right = link.right
        flows = (link.forward + link.backward).map { numbers[$0] }.sorted()
        let present = flows.map { all[$0] }.filter { !$0.isAbsent }
        // What is denied leads nowhere beside what is not.
        func leads(_ way: [Int]) -> Bool { way.contains { present.isEmpty || !all[numbers[$0]].isAbsent } }
        let (leadsForward, leadsBack) = (leads(link.forward), leads(link.backward))
        let direction: SafeText = !leadsBack ? "" : leadsForward ? "⇄" : "◂"
        kind =
            if present.isEmpty {
                .absent
            } else if !leadsForward {
                .back
            } else if present.allSatisfy({ $0.isInferred }) {
                .inferred
            } else {
                .stated
            }
        mark = direction + (present.isEmpty ? "✗" : "")
        let told = present.filter { !$0.carried.isEmpty }
        let isUnknown = present.contains { $0.kind != nil && $0.carried.isEmpty }
        let count = told.reduce(0) { $0 + ($1.isLastHop ? $1.carried.count : 1) }
        isLabelled = count > 0 || !mark.isEmpty
        if count > Self.mostAmounts {
            figures = ["\(count) amounts" + (isUnknown ? ", ?" : "")]
            label = [mark, figures[0]].filter { !$0.isEmpty }.joined(separator: " ")
            stackedLabel = [label]
            return
        }
        func texts(_ cells: Int) -> [[SafeText]] {
            told.map { ChainBar.figures($0, scale, cells: cells) } + (isUnknown ? [["?"]] : [])
        }
        let wide = texts(Self.wideBar).map { $0.joined(separator: " / ") }.joined(separator: ", ")
        label = [mark, wide].filter { !$0.isEmpty }.joined(separator: " ")
        let narrow = Array(texts(Self.narrowBar).joined())
        figures = narrow
        stackedLabel = told.isEmpty ? (label.isEmpty ? [] : [label]) : (mark.isEmpty ? [] : [mark]) + narrow
    }

    func label(_ detail: ChainDetail, isOnly: Bool) -> [SafeText] {
        switch detail {
        case .full: label.isEmpty ? [] : [label]
        case .stacked: stackedLabel
        case .below where isOnly && !figures.isEmpty: mark.isEmpty ? [] : [mark]
        case .below: stackedLabel
        }
    }
}

/// How much is written on the lines of a chain.
enum ChainDetail {
    /// Figures side by side on the line.
    case full
    /// Figures one below another.
    case stacked
    /// Figures below the name to which the line leads, if it is the only one; else one below another.
    case below
}

extension Chain.Flow {
    package var isInferred: Bool { known.string == "inferred" }
}

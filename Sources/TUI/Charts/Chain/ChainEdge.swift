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
    /// Lines to be written on the edge where they fit side by side, and where they must stand one below
    /// another.
    let label: SafeText
    let stackedLabel: [SafeText]
    /// What is left of the label without amounts.
    let mark: SafeText
    /// The label without its mark, one amount a line.
    let figures: [SafeText]
    /// Whether the label says more than that the amount is unknown.
    let isLabelled: Bool

    init(_ link: LayeredGraph.Link, flows all: [Chain.Flow], numbers: [Int]) {
        left = link.left
        right = link.right
        flows = (link.forward + link.backward).map { numbers[$0] }.sorted()
        let present = flows.map { all[$0] }.filter { !$0.isAbsent }
        let direction: SafeText = link.backward.isEmpty ? "" : link.forward.isEmpty ? "◂" : "⇄"
        kind =
            if present.isEmpty {
                .absent
            } else if link.forward.isEmpty {
                .back
            } else if present.allSatisfy({ $0.isInferred }) {
                .inferred
            } else {
                .stated
            }
        mark = direction + (present.isEmpty ? "✗" : "")
        let amounts = present.filter { !$0.amounts.isEmpty }
        let count = amounts.reduce(0) { $0 + $1.amounts.count }
        if count == 0 {
            let isUnknown = present.contains { $0.isMoney }
            label = [mark, isUnknown ? "?" : ""].filter { !$0.isEmpty }.joined(separator: " ")
            stackedLabel = label.isEmpty ? [] : [label]
            figures = []
            isLabelled = !mark.isEmpty
            return
        }
        isLabelled = true
        let short = amounts.map { $0.amounts.map { SafeText($0.short) } }
        let isMany = count > Self.mostAmounts
        figures = isMany ? ["\(count) amounts"] : Array(short.joined())
        let text = isMany ? figures[0] : short.map { $0.joined(separator: " / ") }.joined(separator: ", ")
        label = [mark, text].filter { !$0.isEmpty }.joined(separator: " ")
        stackedLabel = isMany ? [label] : (mark.isEmpty ? [] : [mark]) + figures
    }

    private static let mostAmounts = 3

    func label(_ detail: ChainDetail) -> [SafeText] {
        switch detail {
        case .full: label.isEmpty ? [] : [label]
        case .stacked: stackedLabel
        case .below: mark.isEmpty ? [] : [mark]
        }
    }
}

/// How much is written on the lines of a chain.
enum ChainDetail {
    /// Figures side by side on the line.
    case full
    /// Figures one below another.
    case stacked
    /// Figures below the name to which the line leads, if it is the only one.
    case below
}

extension Chain.Flow {
    /// Whether it moves money, so that a missing amount is unknown and not just beside the point.
    package var isMoney: Bool {
        role.string != "in-kind" && Vocabulary.flowKind.terms.contains(role.string)
    }

    package var isInferred: Bool { known.string == "inferred" }
}

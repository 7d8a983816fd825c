import Model

/// Chooses how a chain is to be drawn so that it fits a width: names on one line if they fit, then on several,
/// then with amounts below one another, and only then cut.
struct ChainFit {
    private(set) var geometry: ChainGeometry

    private static let mostSpread = 8
    /// Names are not cut to less.
    private static let shortest = 9

    private struct Choice {
        var cap: Int
        var lines: Int
        var mayCut: Bool
        var form: ChainGeometry.Form
    }

    private struct Attempt: Hashable {
        let names: [[SafeText]]
        let detail: ChainDetail
        let isAligned: Bool
    }

    init(_ graph: LayeredGraph, edges: [ChainEdge], names: [SafeText], width: Int) {
        func drawn(_ names: [[SafeText]], _ form: ChainGeometry.Form) -> ChainGeometry {
            ChainGeometry(graph, edges: edges, names: names, form: form)
        }
        var tried: Set<Attempt> = []
        for choice in Self.choices(names) {
            var form = choice.form
            let broken = names.map { $0.broken(into: choice.lines, of: choice.cap) }
            let attempt = Attempt(names: broken, detail: form.detail, isAligned: form.isAligned)
            if !choice.mayCut && zip(broken, names).contains(where: { $0.isCut(from: $1) }) { continue }
            if !tried.insert(attempt).inserted || Self.leastWidth(graph, broken) > width { continue }
            geometry = drawn(broken, form)
            guard geometry.width <= width else { continue }
            var widest = broken
            if choice.mayCut { widen(&widest, names, choice, within: width) { drawn($0, form) } }
            let gutters = max(1, graph.layers.count - 1)
            form.spread = min(Self.mostSpread, (width - geometry.width) / gutters)
            if form.spread > 0 { geometry = drawn(widest, form) }
            return
        }
        geometry = drawn(names.map { $0.broken(into: 2, of: 24) }, ChainGeometry.Form(spread: 1))
    }

    /// Gives the room that is left to names that were cut, layer by layer.
    private mutating func widen(
        _ broken: inout [[SafeText]], _ names: [SafeText], _ choice: Choice, within width: Int,
        drawn: ([[SafeText]]) -> ChainGeometry
    ) {
        let graph = geometry.graph
        var caps = Array(repeating: choice.cap, count: graph.layers.count)
        var open = Set(caps.indices)
        while !open.isEmpty {
            for layer in open.sorted() {
                let nodes = graph.layers[layer].compactMap { graph.slots[$0].node }
                guard nodes.contains(where: { broken[$0].isCut(from: names[$0]) }) else {
                    open.remove(layer)
                    continue
                }
                caps[layer] += 1
                var wider = broken
                for node in nodes { wider[node] = names[node].broken(into: choice.lines, of: caps[layer]) }
                let found = drawn(wider)
                guard found.width <= width else {
                    open.remove(layer)
                    continue
                }
                geometry = found
                broken = wider
            }
        }
    }

    private static func choices(_ names: [SafeText]) -> [Choice] {
        let longest = max(names.map(\.columns).max() ?? 1, shortest)
        func choices(
            _ lines: Int, _ detail: ChainDetail, _ caps: ClosedRange<Int>? = nil, aligned: Bool = false
        ) -> [Choice] {
            let form = ChainGeometry.Form(detail: detail, isAligned: aligned)
            return (caps ?? shortest...longest).reversed().map {
                Choice(cap: $0, lines: lines, mayCut: caps != nil, form: form)
            }
        }
        var all = Array(choices(1, .full, aligned: true).prefix(1))
        all += choices(2, .full, aligned: true) + choices(2, .full)
        all += choices(2, .stacked) + choices(3, .stacked)
        all += choices(3, .stacked, 14...18) + choices(3, .below) + choices(3, .below, shortest...18)
        return all
    }

    /// Less than this no drawing takes: the longest path of names.
    private static func leastWidth(_ graph: LayeredGraph, _ names: [[SafeText]]) -> Int {
        var ends = Array(repeating: 0, count: graph.nodeCount)
        var incoming: [[Int]] = Array(repeating: [], count: graph.nodeCount)
        for link in graph.links { incoming[link.right].append(link.left) }
        for slot in graph.layers.joined() {
            guard let node = graph.slots[slot].node else { continue }
            let start = incoming[node].map { ends[$0] + 3 }.max() ?? 1
            ends[node] = start + (names[node].first?.columns ?? 0)
        }
        return ends.max() ?? 0
    }
}

extension [SafeText] {
    fileprivate func isCut(from text: SafeText) -> Bool {
        flatMap { $0.string.split(separator: " ") } != text.string.split(separator: " ")
    }
}

extension SafeText {
    /// The text broken between words into at most `count` lines of at most `columns`; what does not fit is
    /// cut, and an ellipsis says so.
    func broken(into count: Int, of columns: Int) -> [SafeText] {
        if self.columns <= columns || count <= 1 { return [fitted(to: columns)] }
        var lines: [SafeText] = []
        var rest = string.split(separator: " ")[...]
        while !rest.isEmpty {
            if lines.count == count - 1 {
                lines.append(SafeText(rest.joined(separator: " ")).fitted(to: columns))
                break
            }
            var line = SafeText(String(rest.removeFirst()))
            while let word = rest.first {
                let longer = line + " " + SafeText(String(word))
                if longer.columns > columns { break }
                line = longer
                rest.removeFirst()
            }
            lines.append(line.fitted(to: columns))
        }
        return lines
    }
}

import Model

/// Chooses how a chain is to be drawn so that it fits a width: names on one line if they fit, then on several,
/// then with amounts below one another, and only then cut.
struct ChainFit {
    private(set) var geometry: ChainGeometry

    private static let mostSpread = 8
    /// Names are not cut to less.
    private static let shortest = 9
    /// A line of a name is not longer, however wide the screen is.
    private static let longest = 60
    /// Columns of names in a picture that is panned.
    private static let panned = 24

    /// A way to draw, from the widest to the narrowest names.
    private struct Choice {
        let lines: Int
        let form: ChainGeometry.Form
        /// Columns to which names may be broken.
        let caps: ClosedRange<Int>
        let mayCut: Bool
    }

    init(_ graph: LayeredGraph, edges: [ChainEdge], names: [SafeText], width: Int) {
        let names = names.map { $0.fitted(to: 3 * Self.longest) }
        func broken(_ choice: Choice, _ cap: Int) -> [[SafeText]] {
            names.map { $0.broken(into: choice.lines, of: cap) }
        }
        func fitting(_ choice: Choice, _ cap: Int) -> ChainGeometry? {
            let names = broken(choice, cap)
            if Self.leastWidth(graph, names) > width { return nil }
            let found = ChainGeometry(graph, edges: edges, names: names, form: choice.form)
            return found.width <= width ? found : nil
        }
        let choices = Self.choices(names)
        // If the narrowest does not fit, nothing does, and the names need not suffer.
        let narrowest = choices.last.flatMap { choice in fitting(choice, choice.caps.lowerBound) }
        geometry =
            narrowest
            ?? ChainGeometry(
                graph, edges: edges, names: names.map { $0.broken(into: 2, of: Self.panned) },
                form: ChainGeometry.Form(spread: 1))
        guard narrowest != nil else { return }
        for choice in choices {
            var (cap, most) = (choice.caps.lowerBound, choice.caps.upperBound)
            guard let found = fitting(choice, cap) else { continue }
            geometry = found
            while cap < most {
                let middle = (cap + most + 1) / 2
                if let found = fitting(choice, middle) {
                    geometry = found
                    cap = middle
                } else {
                    most = middle - 1
                }
            }
            if choice.mayCut {
                widen(broken(choice, cap), names, choice.lines, cap, within: width) {
                    ChainGeometry(graph, edges: edges, names: $0, form: choice.form)
                }
            }
            break
        }
        let gutters = max(1, graph.layers.count - 1)
        geometry.spread(by: min(Self.mostSpread, (width - geometry.width) / gutters))
    }

    private static func choices(_ names: [SafeText]) -> [Choice] {
        let longest = min(max(names.map(\.columns).max() ?? 1, shortest), longest)
        var choices: [Choice] = []
        var leastCaps: [Int: Int?] = [:]
        /// The least columns at which so many lines hold all names whole; nil when even the most do not.
        func leastCap(_ lines: Int) -> Int? {
            if let known = leastCaps[lines] { return known }
            func holds(_ cap: Int) -> Bool {
                !names.contains { $0.broken(into: lines, of: cap).isCut(from: $0) }
            }
            var (least, most) = (shortest, longest)
            // What one width holds every greater one does.
            while least < most {
                let middle = (least + most) / 2
                if holds(middle) { most = middle } else { least = middle + 1 }
            }
            let found = holds(least) ? least : nil
            leastCaps[lines] = found
            return found
        }
        func add(_ lines: Int, _ detail: ChainDetail, aligned: Bool = false, cut: ClosedRange<Int>? = nil) {
            guard let caps = cut ?? leastCap(lines).map({ $0...longest }) else { return }
            let form = ChainGeometry.Form(detail: detail, isAligned: aligned)
            choices.append(Choice(lines: lines, form: form, caps: caps, mayCut: cut != nil))
        }
        add(1, .full, aligned: true)
        add(2, .full, aligned: true)
        add(2, .full)
        add(2, .stacked)
        add(3, .stacked)
        add(3, .stacked, cut: 19...max(19, longest))
        add(3, .stacked, cut: 14...18)
        add(3, .below)
        add(3, .below, cut: shortest...18)
        return choices
    }

    /// Gives the room that is left to names that were cut, layer by layer.
    private mutating func widen(
        _ cut: [[SafeText]], _ names: [SafeText], _ lines: Int, _ cap: Int, within width: Int,
        drawn: ([[SafeText]]) -> ChainGeometry
    ) {
        let layers = geometry.graph.layers
        var broken = cut
        var caps = Array(repeating: cap, count: layers.count)
        var open = Array(caps.indices)
        while !open.isEmpty {
            for layer in open {
                let nodes = layers[layer].filter { $0 < names.count }
                caps[layer] += 1
                var wider = broken
                for node in nodes { wider[node] = names[node].broken(into: lines, of: caps[layer]) }
                let isCut = nodes.contains { broken[$0].isCut(from: names[$0]) }
                let found = isCut ? drawn(wider) : geometry
                if isCut && found.width <= width {
                    geometry = found
                    broken = wider
                } else {
                    open.removeAll { $0 == layer }
                }
            }
        }
    }

    /// Less than this no drawing takes: names along the longest path, and tiers beside one another.
    private static func leastWidth(_ graph: LayeredGraph, _ names: [[SafeText]]) -> Int {
        var ends = Array(repeating: 0, count: graph.nodeCount)
        var incoming: [[Int]] = Array(repeating: [], count: graph.nodeCount)
        for link in graph.links { incoming[link.right].append(link.left) }
        var least = 0
        var tierStart = 1
        for (layer, slots) in graph.layers.enumerated() {
            if layer > 0 && graph.layerTiers[layer] != graph.layerTiers[layer - 1] { tierStart = least + 2 }
            for slot in slots {
                guard let node = graph.slots[slot].node else { continue }
                let start = incoming[node].map { ends[$0] + 3 }.max() ?? 1
                ends[node] = max(start, tierStart) + (names[node].first?.columns ?? 0)
            }
            least = max(least, ends.max() ?? 0)
        }
        return least
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

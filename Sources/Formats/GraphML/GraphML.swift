import Foundation
import Model

/// Writes a funding network as GraphML, which graph programs read. Source: U. Brandes et al., *GraphML progress
/// report*, 2002, and the schema at graphml.graphdrawing.org.
package struct GraphML {
    package private(set) var nodes = 0
    package private(set) var edges = 0
    private var xml = XMLWriter()
    private let put: (String) throws -> Void

    /// - Parameter put: where the text goes, piece by piece.
    package init(put: @escaping (String) throws -> Void) { self.put = put }

    package mutating func write(_ network: FundingNetwork, title: String) throws {
        xml.begin("graphml", ["xmlns": "http://graphml.graphdrawing.org/xmlns"])
        for (name, type) in Self.nodeKeys { key("n", "node", name, type) }
        for (name, type) in Self.edgeKeys { key("e", "edge", name, type) }
        xml.begin("graph", ["edgedefault": "directed"])
        xml.element("desc", text: SafeText(title).string)
        var copy = self
        try network.walk(
            node: { node in
                copy.write(node)
                try copy.flush()
            },
            edge: { edge in
                copy.write(edge)
                try copy.flush()
            })
        self = copy
        xml.end()
        xml.end()
        try put(xml.take())
    }

    private static let nodeKeys = [
        ("id", "string"), ("class", "string"), ("kind", "string"), ("name", "string"), ("acronym", "string"),
        ("status", "string"), ("start", "string"), ("end", "string"),
    ]

    private static let edgeKeys = [
        ("kind", "string"), ("project", "string"), ("value", "double"), ("amount", "string"),
        ("currency", "string"), ("qualifier", "string"), ("transactions", "int"),
    ]

    private mutating func key(_ prefix: String, _ owner: String, _ name: String, _ type: String) {
        xml.element(
            "key", ["id": "\(prefix)-\(name)", "for": owner, "attr.name": name, "attr.type": type])
    }

    private mutating func write(_ node: FundingNetwork.Node) {
        nodes += 1
        xml.begin("node", ["id": "n\(node.key)"])
        let values = [
            ("id", node.id), ("class", node.recordClass), ("kind", node.kind), ("name", node.title),
            ("acronym", node.acronym), ("status", node.status), ("start", node.start), ("end", node.end),
        ]
        for (name, value) in values { data("n", name, value) }
        xml.end()
    }

    private mutating func write(_ edge: FundingNetwork.Edge) {
        edges += 1
        xml.begin("edge", ["id": "e\(edges)", "source": "n\(edge.from)", "target": "n\(edge.to)"])
        let value = edge.value.map { NSDecimalNumber(decimal: $0).doubleValue }
        let values = [
            ("kind", edge.kind), ("project", edge.project), ("value", value.map { "\($0)" }),
            // The figure digit by digit, which a double may not hold.
            ("amount", edge.value?.description), ("currency", edge.currency), ("qualifier", edge.qualifier),
            ("transactions", edge.transactions.map { "\($0)" }),
        ]
        for (name, value) in values { data("e", name, value) }
        xml.end()
    }

    private mutating func data(_ prefix: String, _ name: String, _ value: String?) {
        guard let value else { return }
        xml.element("data", ["key": "\(prefix)-\(name)"], text: SafeText(value).string)
    }

    private mutating func flush() throws {
        if xml.count > 1 << 16 { try put(xml.take()) }
    }
}

import Synchronization

/// The funding graph of a whole dataset, once it was asked for: an index never changes.
final class GraphCache: Sendable {
    private let kept = Mutex<GraphFacts?>(nil)

    var facts: GraphFacts? { kept.withLock { $0 } }

    func keep(_ facts: GraphFacts) { kept.withLock { $0 = facts } }
}

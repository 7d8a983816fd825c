import Synchronization

/// What measures of a whole dataset are computed from, once it was asked for: an index never changes. Nothing
/// is kept of a filtered part, nor of a dataset of more than ``most`` projects.
final class FieldMemory: Sendable {
    /// A page must not take up the room of a large dataset.
    static let most = 20_000

    private struct Kept {
        var facts: GraphFacts?
        var field: MeasuredField?
        var cells: FieldCells?
        var portfolios: [Spread: [Int64: Portfolio]] = [:]
    }

    /// Of whom portfolios are kept: of all who stand in a role.
    struct Spread: Hashable {
        let category: PortfolioCategory
        let role: Dataset.ComparedRole
    }

    private let kept = Mutex(Kept())

    func facts(_ make: () throws -> GraphFacts) rethrows -> GraphFacts {
        if let facts = kept.withLock({ $0.facts }) { return facts }
        let made = try make()
        kept.withLock { if $0.field != nil { $0.facts = made } }
        return made
    }

    func field(_ make: () throws -> MeasuredField) rethrows -> MeasuredField {
        if let field = kept.withLock({ $0.field }) { return field }
        let made = try make()
        if made.projects.count <= Self.most { kept.withLock { $0.field = made } }
        return made
    }

    /// As the graph, cells and portfolios are kept beside a field that is.
    func cells(_ make: () throws -> FieldCells) rethrows -> FieldCells {
        if let cells = kept.withLock({ $0.cells }) { return cells }
        let made = try make()
        kept.withLock { if $0.field != nil { $0.cells = made } }
        return made
    }

    func portfolios(_ spread: Spread, _ make: () throws -> [Int64: Portfolio]) rethrows -> [Int64: Portfolio]
    {
        if let portfolios = kept.withLock({ $0.portfolios[spread] }) { return portfolios }
        let made = try make()
        kept.withLock { if $0.field != nil { $0.portfolios[spread] = made } }
        return made
    }
}

import Synchronization

/// What is computed once of an index and asked for again on each page of a conflict: an index never changes, so
/// it holds. None of it grows with the projects: documented rivalries are few, those set face to face are kept up
/// to a number, and the register is only kept of a dataset small enough to be searched at once.
final class OverlapMemory: Sendable {
    private struct State {
        var documented: [String: [Overlap]]?
        var register: OverlapRegister?
        var conflicts: [String: Conflict] = [:]
    }

    private let state = Mutex(State())

    private static let capacity = 500

    /// A relation that was set face to face before.
    func conflict(_ id: String) -> Conflict? { state.withLock { $0.conflicts[id] } }

    func keep(_ conflict: Conflict) {
        state.withLock { state in
            if state.conflicts.count >= Self.capacity { state.conflicts.removeAll() }
            state.conflicts[conflict.record.id] = conflict
        }
    }

    /// By relation, the computed overlaps that it documents.
    func documented(_ compute: () throws -> [String: [Overlap]]) rethrows -> [String: [Overlap]] {
        if let known = state.withLock({ $0.documented }) { return known }
        let computed = try compute()
        state.withLock { $0.documented = computed }
        return computed
    }

    /// The whole register under the usual components.
    func register(_ compute: () throws -> OverlapRegister) rethrows -> OverlapRegister {
        if let known = state.withLock({ $0.register }) { return known }
        let computed = try compute()
        state.withLock { $0.register = computed }
        return computed
    }
}

import Synchronization

/// What is computed once of an index and asked for again on each page of a conflict: an index never changes, so
/// it holds. Both are small: one grows with the relations that sources document, the other is only kept of a
/// dataset small enough to be searched at once.
final class OverlapMemory: Sendable {
    private struct State {
        var documented: [String: [String]]?
        var register: OverlapRegister?
    }

    private let state = Mutex(State())

    /// By the id of a pair, the relations that document a rivalry between the two.
    func documented(_ compute: () throws -> [String: [String]]) rethrows -> [String: [String]] {
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

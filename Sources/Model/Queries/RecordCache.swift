import Synchronization

/// Records that have been decoded lately. An index never changes, so what was read once holds; the oldest go
/// when there are too many, so that memory does not grow with the dataset.
final class RecordCache: Sendable {
    private struct State {
        var records: [String: Record] = [:]
        var order: [String] = []

        mutating func forget(_ count: Int) {
            for id in order.prefix(count) { records[id] = nil }
            order.removeFirst(count)
        }
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int = 1000) { self.capacity = capacity }

    subscript(id: String) -> Record? { state.withLock { $0.records[id] } }

    func keep(_ record: Record) {
        state.withLock { state in
            if state.records.updateValue(record, forKey: record.id) == nil { state.order.append(record.id) }
            guard state.order.count > capacity else { return }
            // Half at once: forgetting one at a time would shift the list each time.
            state.forget(capacity / 2)
        }
    }

    /// Forgets the oldest until so many are left.
    func shrink(to count: Int) {
        state.withLock { state in
            if state.order.count > count { state.forget(state.order.count - count) }
        }
    }
}

import GRDB

/// The tie between an index that is being compiled and whoever waits for it: says what is being done, and hears
/// that it is to stop.
package final class IndexWatch: Sendable {
    /// What is done when all records are there, in this order.
    package enum Phase: String, CaseIterable, Sendable {
        case references, lists, profiles, search, indexes, filters, coverage, saving
    }

    private let interruption = Interruption()
    private let tell: @Sendable (Phase) -> Void

    package init(_ tell: @escaping @Sendable (Phase) -> Void = { _ in }) { self.tell = tell }

    /// Ends the compilation soon, from whatever thread: it throws `CancellationError`.
    package func cancel() { interruption.ask() }

    package func check() throws {
        do { try interruption.check() } catch { throw CancellationError() }
    }

    func begin(_ phase: Phase) throws {
        try check()
        tell(phase)
    }

    /// Statements that take long are ended too. It must live as long as the connection.
    func watch(_ db: Database) { interruption.watch(db) }
}

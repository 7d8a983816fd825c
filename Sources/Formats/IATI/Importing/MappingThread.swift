import Foundation
import Model

/// Maps activities on a thread of its own, while whoever feeds it writes what came of those before.
///
/// Each batch of activities that is given comes back as one batch of entries, in the same order. A few are under
/// way at once, so that neither side waits for the other.
final class MappingThread {
    /// All versions of one identifier.
    typealias Versions = [Extract]

    private let given = Handover<[Versions]>(capacity: MappingThread.most)
    private let mapped = Handover<Result<[IndexEntry], any Error>>(capacity: MappingThread.most)
    private var batch: [Versions] = []
    private var size = 0
    private var underWay = 0
    private let write: (IndexEntry) throws -> Void
    /// Batches under way, and bytes of extracts in one.
    private static let most = 4
    private static let batchSize = 256 << 10

    /// Begins to map; nobody else may touch the mapping until ``finish()`` has returned.
    init(
        _ hand: MappingInHand, _ items: [ImportPlan.Item], write: @escaping (IndexEntry) throws -> Void
    ) {
        self.write = write
        let thread = Thread { [given, mapped] in
            defer { mapped.finish() }
            while let batch = given.take() {
                let result = Result<[IndexEntry], any Error> {
                    for versions in batch {
                        try hand.mapping.add(versions.map { try SourcedActivity($0, items) })
                    }
                    return hand.queue.take()
                }
                guard mapped.give(result), case .success = result else { return given.abandon() }
            }
        }
        thread.name = "mapping"
        // As the main thread's: elements may be nested deep.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Maps one activity soon.
    func add(_ versions: Versions) throws {
        batch.append(versions)
        size += versions.reduce(0) { $0 + $1.body.count }
        if size >= Self.batchSize { try give() }
    }

    private func give() throws {
        if underWay == Self.most { try take() }
        guard given.give(batch) else { return try take() }
        underWay += 1
        batch = []
        size = 0
    }

    private func take() throws {
        guard let result = mapped.take() else { throw CancellationError() }
        underWay -= 1
        for entry in try result.get() { try write(entry) }
    }

    /// Writes what is still under way; then the thread has ended, or is about to without touching the mapping.
    func finish() throws {
        if !batch.isEmpty { try give() }
        while underWay > 0 { try take() }
        given.finish()
    }

    /// Lets the thread end soon, whatever is left.
    func abandon() {
        mapped.abandon()
        given.finish()
    }
}

/// A mapping on its way to another thread: whoever hands it over keeps off until it is handed back.
final class MappingInHand: @unchecked Sendable {
    var mapping: ActivityMapping
    /// What it writes to meanwhile.
    let queue: EntryQueue

    init(_ mapping: ActivityMapping, after writer: IndexWriter) {
        queue = EntryQueue(after: writer)
        self.mapping = mapping
        mapping.writer = queue
    }
}

extension SourcedActivity {
    /// An extract of one of an import's files.
    init(_ extract: Extract, _ items: [ImportPlan.Item]) throws {
        let file = Int(extract.file) - 1
        let name = items.indices.contains(file) ? items[file].name : ""
        guard let decoded = try? TapeCoding.decode(extract.body) else { throw ImportError.damaged(name) }
        self.init(element: decoded.tape.root, file: name, version: decoded.version)
    }
}

import Foundation
import Model

/// Reads files on a thread of its own and hands over what it found, in their order; at most a few megabytes wait.
struct ReadingThread {
    /// Some activities of a file.
    struct Batch: Sendable {
        var extracts: [Found] = []
        /// Set in the last of a file.
        var outcome: Outcome?
        /// Bytes of all files read so far, as they lie on the disk.
        var bytesRead = 0
    }

    struct Found: Sendable {
        let element: Element
        let identifier: String?
        let body: [UInt8]
    }

    struct Outcome: Sendable {
        let hash: String
        let reading: ReadingOutcome
    }

    private let handover = Handover<Batch>(capacity: 8)
    private static let batchSize = 1 << 20

    /// Begins to read.
    init(_ files: [(name: String, input: Input)], watch: IndexWatch) {
        let thread = Thread { [handover] in
            defer { handover.finish() }
            var bytesRead = 0
            for file in files {
                guard (try? Self.read(file, &bytesRead, handover, watch)) != nil else { return }
            }
        }
        thread.name = "reading"
        // As the main thread's: a parser may go deep.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// The next batch, waiting for it; nil when all files have been read.
    func next() -> Batch? { handover.take() }

    /// Lets the thread end soon.
    func abandon() { handover.abandon() }

    /// Throws when nobody wants to know any more.
    private static func read(
        _ file: (name: String, input: Input), _ bytesRead: inout Int, _ handover: Handover<Batch>,
        _ watch: IndexWatch
    ) throws {
        var batch = Batch(bytesRead: bytesRead)
        var size = 0
        func give() throws {
            guard handover.give(batch) else { throw CancellationError() }
            batch = Batch(bytesRead: bytesRead)
            size = 0
        }
        let reading = try ActivityReader(scope: .imported).read(file.input, file: file.name) { activity in
            try watch.check()
            let element = activity.element
            let body = TapeCoding.encode(element.tape, version: activity.version)
            let identifier = ActivityMapping.identifier(of: element)
            batch.extracts.append(Found(element: element, identifier: identifier, body: body))
            batch.bytesRead = bytesRead + min(activity.bytesRead, file.input.size)
            size += body.count
            if size >= batchSize { try give() }
        }
        bytesRead += file.input.size
        batch.bytesRead = bytesRead
        // Of what cannot be read to its end there is none: it is read again the next time.
        batch.outcome = Outcome(hash: (try? file.input.contentHash()) ?? "", reading: reading)
        try give()
    }
}

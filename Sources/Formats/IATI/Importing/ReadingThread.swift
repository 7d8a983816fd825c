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
        let line: Int
        let identifier: String?
        let body: [UInt8]
    }

    struct Outcome: Sendable {
        let hash: String
        let bytes: Int
        let version: String?
        let activities: Int
        let problems: [ProblemCount]
        let note: String?
    }

    private let handover = Handover<Batch>(capacity: 8)
    private static let batchSize = 1 << 20

    /// Begins to read.
    init(_ inputs: [Input], watch: IndexWatch) {
        let thread = Thread { [handover] in
            defer { handover.finish() }
            var bytesRead = 0
            for input in inputs {
                guard Self.read(input, &bytesRead, handover, watch) else { return }
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

    private struct Abandoned: Error {}

    /// False when nobody wants to know any more.
    private static func read(
        _ input: Input, _ bytesRead: inout Int, _ handover: Handover<Batch>, _ watch: IndexWatch
    ) -> Bool {
        var batch = Batch(bytesRead: bytesRead)
        var (size, version) = (0, String?.none)
        do {
            let outcome = try ActivityReader(scope: .imported).read(input, file: input.name) { activity in
                try watch.check()
                if version == nil { version = activity.version }
                let body = TapeCoding.encode(activity.element.tape, version: activity.version)
                batch.extracts.append(
                    Found(line: activity.line, identifier: identifier(of: activity.element), body: body))
                size += body.count
                guard size >= batchSize else { return }
                guard handover.give(batch) else { throw Abandoned() }
                batch = Batch(bytesRead: bytesRead)
                size = 0
            }
            bytesRead += input.size
            batch.bytesRead = bytesRead
            batch.outcome = Outcome(
                hash: try input.contentHash(), bytes: outcome.bytes, version: version,
                activities: outcome.activities, problems: ProblemCount.counted(outcome.problems),
                note: outcome.activities > 0
                    ? nil : outcome.problems.first?.message ?? "It holds no activity.")
            return handover.give(batch)
        } catch { return false }
    }

    /// As published, without the white space around it; nil when there is none.
    private static func identifier(of element: Element) -> String? {
        let text = element.first(.iatiIdentifier)?.text.trimmingCharacters(in: .whitespacesAndNewlines)
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension ProblemCount {
    /// By severity and code, in the order in which they came.
    static func counted(_ problems: [Problem]) -> [ProblemCount] {
        struct Kind: Hashable {
            let severity: Problem.Severity
            let code: String
        }
        var places: [Kind: Int] = [:]
        var counts: [ProblemCount] = []
        for problem in problems {
            let kind = Kind(severity: problem.severity, code: problem.code)
            if let place = places[kind] {
                counts[place].count += 1
            } else {
                places[kind] = counts.count
                counts.append(ProblemCount(first: problem, count: 1))
            }
        }
        return counts
    }
}

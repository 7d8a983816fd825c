import Model

/// Problems met so far: counted by code, and the first of each kept.
final class ProblemRegister {
    /// How many of a code are kept with file and line; where it concerns several elements, of each.
    static let kept = 20

    /// How many were kept.
    private var samples: [String: Int] = [:]

    private(set) var counts: [String: (severity: Problem.Severity, count: Int)] = [:]
    private(set) var first: [Problem] = []

    /// Of the activity that is being mapped.
    private var current: [RecordProblem] = []

    /// What was reported since this was asked for last.
    func takeCurrent() -> [RecordProblem] {
        defer { current.removeAll(keepingCapacity: true) }
        return current
    }

    func report(_ problem: MappingProblem, file: String, line: Int) {
        let wording = problem.wording
        let count = counts[wording.code]?.count ?? 0
        counts[wording.code] = (wording.severity, count + 1)
        if let index = current.firstIndex(where: { $0.code == wording.code }) {
            current[index].count += 1
        } else {
            current.append(RecordProblem(code: wording.code, count: 1, line: line))
        }
        let sample = problem.sample
        guard samples[sample, default: 0] < Self.kept else { return }
        samples[sample, default: 0] += 1
        first.append(
            Problem(
                wording.severity, file: file, line: line, code: wording.code, message: wording.message,
                mend: wording.mend))
    }

    func write(_ writer: any IndexSink) throws {
        for problem in first.sorted() { try writer.add(problem) }
        for (code, entry) in counts.sorted(by: { $0.key < $1.key }) {
            try writer.add(count: entry.count, of: code, entry.severity)
        }
    }
}

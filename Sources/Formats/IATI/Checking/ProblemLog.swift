import Model

/// Problems as they are found. Of one code it keeps the first ones and counts the rest, so that a file of any
/// size takes little memory and a rare mistake is not lost among many of another kind.
package struct ProblemLog: Sendable {
    /// How many problems of one code are kept.
    package let limit: Int
    package private(set) var kept: [Problem] = []
    package private(set) var errors = 0
    package private(set) var warnings = 0
    /// How many there are of each code, kept or not.
    package private(set) var counts: [String: Int] = [:]

    package init(limit: Int = 500) { self.limit = limit }

    package mutating func add(_ problem: Problem) {
        if problem.severity == .error { errors += 1 } else { warnings += 1 }
        counts[problem.code, default: 0] += 1
        if counts[problem.code, default: 0] <= limit { kept.append(problem) }
    }

    /// The problems kept since the last time.
    package mutating func take() -> [Problem] {
        defer { kept = [] }
        return kept
    }

    /// How many of each code are counted but not kept.
    package var untold: [(code: String, count: Int)] {
        counts.filter { $0.value > limit }.map { ($0.key, $0.value - limit) }.sorted { $0 < $1 }
    }
}

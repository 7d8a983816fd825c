import Model

@testable import Formats

/// What came of reading bytes, for tests.
struct ReadingSample {
    var activities: [ReadActivity] = []
    var outcome = ReadingOutcome()

    init(_ input: Input, scope: Scope = .everything, limits: Limits = .standard) throws {
        var activities: [ReadActivity] = []
        outcome = try ActivityReader(limits: limits, scope: scope).read(input, file: input.name) {
            activities.append($0)
        }
        self.activities = activities
    }

    init(_ xml: String, scope: Scope = .everything, limits: Limits = .standard) throws {
        try self.init(bytes: Array(xml.utf8), scope: scope, limits: limits)
    }

    init(bytes: [UInt8], scope: Scope = .everything, limits: Limits = .standard) throws {
        try self.init(.bytes(bytes, name: "a.xml"), scope: scope, limits: limits)
    }

    /// An `iati-activities` around `content`.
    init(within content: String, scope: Scope = .everything) throws {
        try self.init("<iati-activities version=\"2.03\">\(content)</iati-activities>", scope: scope)
    }

    var identifiers: [String] { activities.map { $0.element.first(.iatiIdentifier)?.text ?? "" } }

    /// `3 document-type`.
    var codes: [String] {
        outcome.problems.map { problem in (problem.line.map { "\($0) " } ?? "") + problem.code }
    }
}

extension Element {
    /// The element and all that is in it, written anew.
    var written: String {
        let start = attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
        return "<\(name)\(start)>\(text)" + children.map(\.written).joined() + "</\(name)>"
    }
}

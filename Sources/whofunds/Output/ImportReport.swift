import Formats
import Foundation
import Model

/// What came of an import, in lines.
struct ImportReport {
    private let summary: ImportSummary
    private let index: String
    /// Whether all examples of problems are told, or one of each kind.
    private let isLong: Bool
    private static let skippedShown = 10

    init(_ summary: ImportSummary, index: String, isLong: Bool) {
        self.summary = summary
        self.index = index
        self.isLong = isLong
    }

    var text: String {
        ([headline] + files + skipped + problems + [took]).map(\.string).joined(separator: "\n")
    }

    private var headline: SafeText {
        if summary.isUpToDate {
            return "\(index): up to date, \(count(summary.activities, "activity", "activities"))"
        }
        var parts = [count(summary.activities, "activity", "activities")]
        if summary.merged > 0 { parts.append("\(grouped(summary.merged)) more merged into these") }
        parts.append(count(summary.transactions, "transaction", "transactions"))
        parts.append(count(summary.organisations, "organisation", "organisations"))
        return "\(index): \(parts.joined(separator: ", "))"
    }

    private var files: [SafeText] {
        var parts: [String] = []
        if summary.faulty > 0 { parts.append("\(grouped(summary.faulty)) not to the end, or not at all") }
        if summary.read > 0 { parts.append("\(grouped(summary.read)) read") }
        if summary.unchanged > 0 { parts.append("\(grouped(summary.unchanged)) unchanged") }
        if summary.removed > 0 { parts.append("\(grouped(summary.removed)) no longer there") }
        return ["files     \(grouped(summary.files)): \(parts.joined(separator: ", "))"]
    }

    private var skipped: [SafeText] {
        let files = summary.skippedFiles
        guard !files.isEmpty else { return [] }
        let shown = isLong ? files[...] : files.prefix(Self.skippedShown)
        var lines: [SafeText] = ["skipped   \(grouped(files.count)): no activity was taken from them"]
        lines += shown.map { "  \($0.file): \($0.reason)" }
        if files.count > shown.count {
            lines.append("  and \(grouped(files.count - shown.count)) more; --verbose lists them")
        }
        return lines
    }

    private var problems: [SafeText] {
        [true, false].flatMap { isError -> [SafeText] in
            let kinds = summary.problems.filter { $0.isError == isError }
            guard !kinds.isEmpty else { return [] }
            let total = grouped(kinds.reduce(0) { $0 + $1.count })
            return ["\(isError ? "errors    " : "warnings  ")\(total)"] + kinds.flatMap { lines($0) }
        }
    }

    private func lines(_ kind: ImportSummary.Kind) -> [SafeText] {
        let examples = isLong ? kind.examples[...] : kind.examples.prefix(1)
        let head: SafeText = "  \(grouped(kind.count)) × \(kind.code)\(kind.count > 1 ? ", such as" : "")"
        return [head]
            + examples.map { example in
                let place = example.line.map { "\(example.file):\($0)" } ?? example.file
                return "    \(place): \(example.message) \(example.mend)"
            }
    }

    private var took: SafeText {
        let seconds = String(format: summary.seconds < 10 ? "%.1f" : "%.0f", summary.seconds)
        return "took      \(seconds) s"
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(number == 1 ? one : many)"
    }

    private func grouped(_ number: Int) -> String { Money.grouped(Decimal(number)) }
}

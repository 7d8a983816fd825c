import Foundation
import Model

/// What may be wrong with an activity. One place for all wording.
enum MappingProblem {
    case missingIdentifier
    case paddedIdentifier(String)
    case missingReporter
    case missingTitle
    case repeated(String)
    case emptyCode(String)
    case unknownCode(String, String)
    case missingDate(String)
    case notADate(String, String)
    case notADay(String, String)
    case endBeforeStart(String)
    case missingValue(String)
    case notANumber(String)
    case cleanedNumber(String)
    case missingCurrency(String)
    case unknownCurrency(String)
    case notAPercentage(String)
    case sharesNotWhole(Decimal, String, missing: Int)
    case namelessOrganisation(String)
    case relatedToItself(String)
    case differs(String, String)

    /// Problems with the same are of one kind and of one element.
    var sample: String {
        switch self {
        case .emptyCode(let element), .unknownCode(_, let element), .missingDate(let element),
            .notADate(_, let element), .missingValue(let element), .missingCurrency(let element):
            "\(wording.code) \(element)"
        default: wording.code
        }
    }

    /// A stable slug for scripts, how bad it is, what is wrong, and what to do.
    var wording: (code: String, severity: Problem.Severity, message: String, mend: String) {
        switch self {
        case .missingIdentifier:
            (
                "missing-identifier", .error, "The activity has no identifier.",
                "Give it one in iati-identifier; until then it is known by its file and line."
            )
        case .paddedIdentifier(let identifier):
            (
                "padded-identifier", .warning, "White space stands around the identifier '\(identifier)'.",
                "Take it away; it is read without."
            )
        case .missingReporter:
            (
                "missing-reporter", .error, "The activity does not say who reports it.",
                "Add a reporting-org with its ref and name."
            )
        case .missingTitle:
            (
                "missing-title", .warning, "The activity has no title.",
                "Add a title; its identifier stands for it."
            )
        case .repeated(let element):
            (
                "repeated-element", .warning, "There is more than one \(element).",
                "Keep one; the first is taken, others are kept as a remark."
            )
        case .emptyCode(let element):
            ("empty-code", .warning, "\(element) is empty.", "Give it a code, or leave it out.")
        case .unknownCode(let code, let element):
            (
                "unknown-code", .warning, "'\(code)' in \(element) is no code of its list.",
                "Take one of the list; it is kept as it is written."
            )
        case .missingDate(let element):
            ("missing-date", .warning, "\(element) has no date.", "Add it in iso-date, as 2012-03-31.")
        case .notADate(let written, let element):
            (
                "not-a-date", .warning, "'\(written)' in \(element) is no date.",
                "Write it as 2012-03-31; it is kept as it is written."
            )
        case .notADay(let written, let element):
            (
                "not-a-day", .warning, "'\(written)' in \(element) is no whole date.",
                "Add month and day; it is taken for all its days."
            )
        case .endBeforeStart(let period):
            (
                "end-before-start", .warning, "The end lies before the start: \(period).",
                "Correct one of the two; nothing about it counts as certain."
            )
        case .missingValue(let element):
            ("missing-value", .warning, "The \(element) has no value.", "Add it; it is in no total.")
        case .notANumber(let written):
            (
                "not-a-number", .warning, "'\(written)' is no number.",
                "Write digits with a point, as 1200.50; it is in no total."
            )
        case .cleanedNumber(let written):
            (
                "cleaned-number", .warning, "'\(written)' is read without its separators.",
                "Write digits and a point only."
            )
        case .missingCurrency(let element):
            (
                "missing-currency", .warning, "The \(element) does not say its currency.",
                "Add currency to the value, or default-currency to the activity."
            )
        case .unknownCurrency(let written):
            (
                "unknown-currency", .warning, "'\(written)' is no code of ISO 4217.",
                "Take one, as EUR; it is kept as it is written."
            )
        case .notAPercentage(let written):
            (
                "not-a-percentage", .warning, "'\(written)' is no percentage.",
                "Write a number from 0 to 100; the share counts as not said."
            )
        case .sharesNotWhole(let sum, let name, let missing):
            (
                "shares-not-whole", .warning,
                "The percentages of its \(name) come to \(sum)\(missing > 0 ? ", and \(missing) lack one" : "").",
                "Let them come to 100; shares are taken in proportion."
            )
        case .namelessOrganisation(let element):
            (
                "nameless-organisation", .warning, "\(element) has neither a reference nor a name.",
                "Give it a ref or a name, or leave it out."
            )
        case .relatedToItself(let identifier):
            (
                "related-to-itself", .warning, "'\(identifier)' is related to itself.",
                "Name another activity, or leave it out."
            )
        case .differs(let attribute, let identifier):
            (
                "versions-differ", .warning, "Versions of '\(identifier)' differ in \(attribute).",
                "Publish one version; both are kept, side by side in a discrepancy."
            )
        }
    }
}

import Model

/// A command that cannot be read, in the words of whoever reads commands.
package struct Refusal: Error {
    package let message: SafeText

    package init(_ message: SafeText) { self.message = message }
}

/// Errors of queries in words, for the status line and for standard error.
package enum ErrorWords {
    package static func text(_ error: any Error) -> SafeText {
        switch error {
        case let refusal as Refusal: return refusal.message
        case LookupError.ambiguous(let name, let candidates):
            let list = candidates.prefix(6).map { "\($0.id) (\($0.title.string))" }.joined(separator: ", ")
            return "«\(name)» may be several: \(list). Name one by its id."
        case LookupError.unknown(let name, let near):
            if near.isEmpty { return "nothing is called «\(name)»; find searches all texts" }
            return "nothing is called «\(name)»; did you mean \(near.map(\.id).joined(separator: ", "))?"
        case let fault as ExchangeRate.Fault: return fault.words
        case DatasetError.otherVersion(let version):
            return "the index was made by another version (\(version)); import it again"
        case DatasetError.cancelled: return "cancelled"
        default:
            return SafeText(String(describing: error))
        }
    }
}

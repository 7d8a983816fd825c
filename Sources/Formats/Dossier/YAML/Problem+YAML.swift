import Foundation
import Model
import Yams

extension Problem {
    /// What the parser says of `lines` of `text`.
    init(_ error: any Error, file: String, text: YAMLText, lines: ClosedRange<Int>) {
        func place(_ mark: Mark) -> Origin {
            Origin(file: file, line: min(mark.line + lines.lowerBound - 1, lines.upperBound))
        }
        switch error as? YamlError {
        case .duplicatedKeysInMapping(let keys, let context):
            let first = place(context.mark)
            let key = text.restored(keys.first ?? "")
            let again = Self.nextLine(with: key, column: context.mark.column, after: first.line, in: text)
            self = .duplicateKey(key, first: first.line, Origin(file: file, line: again ?? first.line))
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            if problem.contains("nesting level") {
                self = .tooDeep(place(mark), most: YAMLFile.deepest)
                return
            }
            // What is never closed is found where the record ends, and mended where it begins.
            let isAtEnd =
                mark.line + lines.lowerBound - 1 > lines.upperBound
                || text.line(place(mark).line).allSatisfy(\.isWhitespace)
            let mark = isAtEnd ? context?.mark ?? mark : mark
            let line = text.line(place(mark).line)
            let beginsWithTab = line.drop { $0 == " " }.first == "\t"
            let excerpt = mark.column > 40 ? "…" + line.dropFirst(mark.column - 20) : line
            self =
                beginsWithTab
                ? .tab(place(mark)) : .badYAML(text.restored(problem), excerpt: excerpt, place(mark))
        default:
            self = .badYAML("it is no YAML", excerpt: "", Origin(file: file, line: lines.lowerBound))
        }
    }

    /// The line on which `key` stands again at the same column, before a line that ends its mapping.
    private static func nextLine(with key: String, column: Int, after line: Int, in text: YAMLText) -> Int? {
        guard line < text.lineCount else { return nil }
        for number in (line + 1)...text.lineCount {
            let line = text.line(number)
            let indent = line.prefix { $0 == " " }.count
            if indent == line.count || line.dropFirst(indent).first == "#" { continue }
            if indent < column - 1 { return nil }
            if indent == column - 1, line.dropFirst(indent).hasPrefix(key + ":") { return number }
        }
        return nil
    }
}

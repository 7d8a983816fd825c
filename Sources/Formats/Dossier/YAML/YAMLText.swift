import Foundation
import Model

/// The text of a YAML file, made harmless for the parser.
///
/// Yams resolves aliases while it parses, without a budget: 483 bytes can cost gigabytes. So each `*name` goes
/// to it with a stand-in for the asterisk, as a plain word, and is recognised afterwards by its place.
struct YAMLText {
    private let scalars: [Unicode.Scalar]
    /// Index in `scalars` of each line's first scalar.
    private let lineStarts: [Int]
    private let standIn: Unicode.Scalar
    /// What is wrong with the bytes.
    let problems: [Problem]

    /// Reads bytes that should be UTF-8; what is not is replaced by `�` and reported once.
    init(file: String, bytes: Data) {
        var problems: [Problem] = []
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if isUTF16 {
            problems.append(.utf16(Origin(file: file, line: 1)))
        } else if let line = Self.firstInvalidLine(body) {
            problems.append(.badEncoding(Origin(file: file, line: line)))
        }
        var scalars = isUTF16 ? [] : Array(String(decoding: body, as: UTF8.self).unicodeScalars)
        var starts = [0]
        var firstControl: Int?
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0x0A: starts.append(index + 1)
            case 0x0D where index + 1 == scalars.count || scalars[index + 1] != "\n": starts.append(index + 1)
            case 0x09, 0x0D: break
            // The parser takes these for line ends, editors do not.
            case 0x85, 0x2028, 0x2029: scalars[index] = " "
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF:
                scalars[index] = "\u{FFFD}"
                firstControl = firstControl ?? starts.count
            default: break
            }
        }
        if let firstControl { problems.append(.controlCharacter(Origin(file: file, line: firstControl))) }
        let used = Set(scalars.filter { (0xE000...0xF8FF).contains($0.value) })
        standIn =
            (0xE000...0xF8FF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
            .first { !used.contains($0) } ?? "\u{FFFD}"
        self.scalars = scalars
        self.problems = problems
        lineStarts = starts
    }

    var lineCount: Int { lineStarts.count }

    /// The scalar at a place that the parser gave, both from 1.
    func scalar(line: Int, column: Int) -> Unicode.Scalar? {
        guard (1...lineCount).contains(line), column > 0 else { return nil }
        let index = lineStarts[line - 1] + column - 1
        return index < scalars.count ? scalars[index] : nil
    }

    /// A line without its end; from 1.
    func line(_ number: Int) -> String {
        String(unicodeScalars(lines: number...number)).trimmingCharacters(in: .newlines)
    }

    /// Lines for the parser, `*` of every possible alias replaced by the stand-in.
    func parsable(lines: ClosedRange<Int>) -> String {
        var out = String.UnicodeScalarView()
        let range = indices(lines: lines)
        for index in range {
            let isAlias =
                scalars[index] == "*" && index + 1 < range.upperBound && scalars[index + 1].isAnchorLetter
            out.append(isAlias ? standIn : scalars[index])
        }
        // Yams keeps a pointer into the string, which lasts only when the string is too long to be kept inline.
        out.append(contentsOf: String(repeating: "\n", count: 16).unicodeScalars)
        return String(out)
    }

    /// Text from the parser as it was written.
    func restored(_ text: String) -> String {
        guard text.unicodeScalars.contains(standIn) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == standIn ? "*" : $0 }))
    }

    private func unicodeScalars(lines: ClosedRange<Int>) -> String.UnicodeScalarView {
        String.UnicodeScalarView(scalars[indices(lines: lines)])
    }

    private func indices(lines: ClosedRange<Int>) -> Range<Int> {
        let end = lines.upperBound < lineCount ? lineStarts[lines.upperBound] : scalars.count
        return lineStarts[lines.lowerBound - 1]..<end
    }

    private static func firstInvalidLine(_ bytes: Data) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }
}

extension Unicode.Scalar {
    /// Whether an alias's name may begin with it, as libyaml sees it.
    fileprivate var isAnchorLetter: Bool {
        isASCII && (properties.isAlphabetic || ("0"..."9").contains(self) || self == "-" || self == "_")
    }
}

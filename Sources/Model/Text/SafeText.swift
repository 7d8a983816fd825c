/// Text that may be drawn, printed or exported. The only way to make one is through the sanitiser, so
/// nothing that stands in data can move the cursor, change the terminal or reorder what is read.
package struct SafeText: Hashable, Sendable, Comparable {
    package let string: String

    /// Sanitises `raw`: white space of any kind becomes a space; control, private-use and unassigned
    /// characters become `�`; what is invisible or reorders text (zero-width and bidirectional controls, tag
    /// characters, fillers, variation selectors) goes; at most four combining marks stay on one letter.
    package init(_ raw: String) {
        string = raw.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? raw : Self.sanitised(raw)
    }

    private init(safe: String) { string = safe }

    package static let empty = SafeText(safe: "")

    package var isEmpty: Bool { string.isEmpty }

    package static func < (left: SafeText, right: SafeText) -> Bool { left.string < right.string }

    package static func + (left: SafeText, right: SafeText) -> SafeText {
        SafeText(safe: left.string + right.string)
    }

    package static func += (left: inout SafeText, right: SafeText) { left = left + right }

    private static func sanitised(_ raw: String) -> String {
        var kept = String.UnicodeScalarView()
        var marks = 0
        for scalar in raw.unicodeScalars {
            let properties = scalar.properties
            if properties.isDefaultIgnorableCodePoint { continue }
            if properties.canonicalCombiningClass != .notReordered
                || properties.generalCategory == .nonspacingMark
                || properties.generalCategory == .enclosingMark
            {
                // Marks with nothing to sit on and piles of marks are not text.
                guard !kept.isEmpty, marks < 4 else { continue }
                marks += 1
                kept.append(scalar)
                continue
            }
            switch properties.generalCategory {
            case .format: continue
            case _ where properties.isWhitespace: kept.append(" ")
            case .control, .surrogate, .privateUse, .unassigned: kept.append("\u{FFFD}")
            default: kept.append(scalar)
            }
            marks = 0
        }
        return String(kept)
    }
}

extension SafeText: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self.init(value) }
}

extension Sequence where Element == SafeText {
    package func joined(separator: SafeText) -> SafeText {
        SafeText(map(\.string).joined(separator: separator.string))
    }
}

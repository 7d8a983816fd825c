/// Text that may be drawn, printed or exported. The only way to make one is through the sanitiser, so
/// nothing that stands in data can move the cursor, change the terminal or reorder what is read.
package struct SafeText: Hashable, Sendable, Comparable {
    package let string: String

    /// Sanitises `raw`: white space of any kind becomes a space; control characters, unassigned tags and
    /// private-use characters become `�`; what is invisible or reorders text (zero-width and bidirectional
    /// controls, tag characters, variation selectors) goes; at most four combining marks stay on one letter.
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
            if properties.canonicalCombiningClass != .notReordered
                || properties.generalCategory == .nonspacingMark
                || properties.generalCategory == .enclosingMark
            {
                // Marks with nothing to sit on, variation selectors and piles of marks are not text.
                guard !kept.isEmpty, marks < 4, !properties.isVariationSelector else { continue }
                marks += 1
                kept.append(scalar)
                continue
            }
            marks = 0
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: kept.append(" ")
            case 0xAD, 0x115F, 0x1160, 0x3164, 0xFFA0: continue
            default:
                switch properties.generalCategory {
                case .control, .surrogate, .privateUse, .unassigned: kept.append("\u{FFFD}")
                case .format: continue
                case .spaceSeparator: kept.append(" ")
                default: kept.append(scalar)
                }
            }
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

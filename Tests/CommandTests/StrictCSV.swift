/// A reader of RFC 4180 that forgives nothing.
enum StrictCSV {
    /// The rows, or nil when the text breaks a rule: lines end in CR LF, the last one too; a quote stands only
    /// around a field or doubled in it; no bare CR or LF.
    static func rows(_ text: String) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var rest = Array(text.unicodeScalars)[...]
        while !rest.isEmpty {
            guard let field = field(&rest) else { return nil }
            row.append(field)
            switch rest.popFirst() {
            case ",": continue
            case "\r":
                guard rest.popFirst() == "\n" else { return nil }
                rows.append(row)
                row = []
            default: return nil
            }
        }
        return row.isEmpty ? rows : nil
    }

    private static func field(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        var field = String.UnicodeScalarView()
        guard rest.first == "\"" else {
            while let next = rest.first, next != ",", next != "\r" {
                guard next != "\"", next != "\n" else { return nil }
                field.append(next)
                rest.removeFirst()
            }
            return String(field)
        }
        rest.removeFirst()
        while let next = rest.popFirst() {
            if next != "\"" {
                field.append(next)
            } else if rest.first == "\"" {
                field.append(next)
                rest.removeFirst()
            } else {
                return String(field)
            }
        }
        return nil
    }
}

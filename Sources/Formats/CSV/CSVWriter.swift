import Model

/// Comma-separated values by RFC 4180: lines end in CR LF, fields are quoted where they need it.
package struct CSVWriter: Sendable {
    /// What has been written.
    package private(set) var text = ""

    /// Begins with the line of column names.
    package init(columns: [SafeText]) { append(columns) }

    package mutating func append(_ row: [SafeText]) {
        // A line with one empty field would be read as no line.
        text += (row == [.empty] ? "\"\"" : row.map(Self.field).joined(separator: ",")) + "\r\n"
    }

    /// What has been written since the last time; for what is longer than memory should hold.
    package mutating func take() -> String {
        defer { text = "" }
        return text
    }

    private static func field(_ text: SafeText) -> String {
        let string = text.string
        // Some readers strip outer spaces.
        let needsQuotes =
            string.first == " " || string.last == " "
            || string.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        return needsQuotes ? "\"\(string.replacing("\"", with: "\"\""))\"" : string
    }
}

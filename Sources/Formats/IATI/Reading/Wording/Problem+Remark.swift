import Model

/// Messages about mistakes in files of XML that are read all the same.
extension Problem {
    static func remark(_ remark: Remarks.Remark, _ file: String) -> Problem {
        let (severity, code, what, mend) = words(remark)
        let more =
            switch remark.count {
            case 1: ""
            case 2: " There is 1 more like it."
            default: " There are \(remark.count - 1) more like it."
            }
        return Problem(
            severity, file: file, line: remark.line > 0 ? remark.line : nil, code: code, message: what + more,
            mend: mend)
    }

    private static func words(_ remark: Remarks.Remark) -> (Severity, String, String, String) {
        let place = "Column \(remark.column)"
        let found = quoted(remark.detail)
        let read = "It is read as '\u{FFFD}'."
        return switch remark.kind {
        case .badBytes:
            (
                .warning, "bad-encoding",
                "\(place) has a byte that is no text in the file's encoding: \(found). \(read)",
                "Save the file as UTF-8, or let it say which encoding it has."
            )
        case .controlCharacter:
            (
                .warning, "control-character", "\(place) has a control character: \(found). \(read)",
                "Take it out."
            )
        case .strayAmpersand:
            (
                .warning, "stray-ampersand",
                "\(place) has an '&' that begins no character: \(found). It is kept.",
                "Write '&amp;'."
            )
        case .htmlEntity:
            (
                .warning, "html-entity",
                "\(place) has a character by its name in HTML: \(found). It is understood.",
                "Write the character itself."
            )
        case .strayLessThan:
            (
                .warning, "stray-less-than", "\(place) has a '<' that begins no tag: \(found). It is kept.",
                "Write '&lt;'."
            )
        case .unknownEncoding:
            (
                .warning, "bad-encoding",
                "The file says that its encoding is \(found), which is not known. It is read as UTF-8.",
                "Save it as UTF-8."
            )
        case .falseEncoding:
            (
                .warning, "bad-encoding",
                "The file says that its encoding is \(found), which it is not. It is read as UTF-8.",
                "Let it say 'UTF-8'."
            )
        case .nestedActivity:
            (
                .warning, "nested-activity",
                "An activity stands within another. It is read as one of its own.",
                "Look for an '</iati-activity>' that is missing before it."
            )
        case .notWellFormed(let code):
            (
                .error, "not-well-formed",
                "\(place): this is no XML (\(fault(remark.detail))). Of the activity here is kept what was whole "
                    + "before; reading goes on at the next.",
                mend(code)
            )
        case .namespace:
            (
                .warning, "namespace", "\(place): a namespace is not right (\(fault(remark.detail))).",
                "Declare the prefix with 'xmlns:…' in the outermost element."
            )
        case .truncated:
            (
                .error, "truncated",
                "The file ends before its elements are closed. Of the last activity is kept what was whole.",
                "Fetch the file again."
            )
        case .tooBroken:
            (
                .error, "too-broken",
                "The XML is broken in too many places. The rest of the file is not read.",
                "Fetch the file again, or ask its publisher."
            )
        }
    }

    /// libxml2's words, on one line and no longer than a line bears.
    private static func fault(_ message: String) -> String {
        let line = message.split(whereSeparator: \.isNewline).first.map { String($0.prefix(400)) } ?? ""
        return SafeText(line).fitted(to: 100).string
    }

    /// By libxml2's numbers (xmlerror.h).
    private static func mend(_ code: Int) -> String {
        switch code {
        case 5: "Give the file one outermost element, 'iati-activities', around everything."
        case 38, 41: "Write each attribute as name=\"value\"; a '<' in a value is '&lt;'."
        case 39: "Put the attribute's value into quotation marks."
        case 40: "Close the quotation mark of the attribute's value."
        case 42: "Give an element each attribute once."
        case 62: "Write ']]&gt;' for ']]>' in a text."
        case 65: "Put a blank between the attributes."
        case 76, 77: "Close each element that is opened, the innermost first."
        default: "Let a checker of XML, such as xmllint, show the place."
        }
    }
}

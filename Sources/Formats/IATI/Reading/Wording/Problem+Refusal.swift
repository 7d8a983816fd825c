import Model

/// Messages about files of XML of which nothing is read.
extension Problem {
    static func refused(_ reason: Refusal, _ file: String, line: Int?, limits: Limits) -> Problem {
        if case .input(let fault) = reason { return unreadable(file, fault) }
        let (code, what, mend) = words(reason, limits)
        return Problem(
            file: file, line: line, code: code, message: "\(what) Nothing of the file is taken.", mend: mend)
    }

    private static func words(_ reason: Refusal, _ limits: Limits) -> (String, String, String) {
        let apart = "See whether the file is what its publisher issued; files of IATI need far less."
        return switch reason {
        case .documentType:
            (
                "document-type", "The file declares a document type or entities, which IATI has no use for.",
                "If it is a web page, fetch the file itself; otherwise take '<!DOCTYPE …>' out."
            )
        case .tooDeep: ("too-deep", "Elements lie in one another more than \(limits.depth) deep.", apart)
        case .tooManyAttributes:
            ("too-many-attributes", "An element has more than \(limits.attributes) attributes.", apart)
        case .tooManyNamespaces:
            ("too-many-namespaces", "More than \(limits.namespaces) namespaces hold at one place.", apart)
        case .longName: ("long-name", "A name is longer than \(limits.name) bytes.", apart)
        case .longTag:
            (
                "long-tag", "A tag is longer than \(limits.tag >> 10) KiB.",
                "Look for a '>' or a quotation mark that is missing."
            )
        case .longText:
            ("long-text", "Between two tags stand more than \(limits.text >> 20) MiB of text.", apart)
        case .longRemark:
            (
                "long-comment", "A comment is longer than \(limits.remark >> 20) MiB.",
                "Look for a '-->' or '?>' that is missing."
            )
        case .largeActivity:
            (
                "large-activity", "An activity takes more than \(limits.activity >> 20) MiB.",
                "Look for an '</iati-activity>' that is missing; if none is, split the activity."
            )
        case .nul:
            (
                "nul", "The file has a NUL byte, which no text has.",
                "Fetch it again; if it is in UTF-16, save it as UTF-8."
            )
        case .utf32: ("encoding", "The file is written in UTF-32.", "Save it as UTF-8.")
        case .noMemory: ("no-memory", "There is no memory left.", "End other programs and try again.")
        case .input: ("unreadable-file", "The file cannot be read.", "See whether you may read it.")
        }
    }

    static func stranger(_ stranger: Stranger, _ file: String) -> Problem {
        let (what, mend) =
            switch stranger {
            case .empty: ("The file is empty.", "Fetch it again.")
            case .html: ("The file is a web page.", "Fetch the file itself, not the page that leads to it.")
            case .pdf: ("The file is a PDF.", "Name a file of IATI's XML.")
            case .json: ("The file is JSON.", "Fetch the same data as IATI's XML.")
            case .compressed: ("The file is compressed twice.", "Unpack it once.")
            case .spreadsheet: ("The file is a spreadsheet.", "Fetch the same data as IATI's XML.")
            case .database: ("The file is a database.", "Name a file of IATI's XML.")
            case .other(let start):
                ("The file is no XML; it begins with \(quoted(start)).", "Name a file of IATI's XML.")
            }
        return Problem(
            file: file, line: nil, code: stranger == .empty ? "empty-file" : "not-xml", message: what,
            mend: mend)
    }

    static func noActivities(_ root: RootName?, _ file: String) -> Problem {
        let (code, what, mend) =
            switch root {
            case .organisations:
                (
                    "organisation-file", "This is IATI's file of an organisation; it holds no activities.",
                    "Nothing need be done; the activities are in another file."
                )
            case .other(let name):
                (
                    "other-xml", "The file is XML of another kind: its outermost element is \(quoted(name)).",
                    "Name a file whose outermost element is 'iati-activities'."
                )
            default:
                ("no-activities", "The file holds no activities.", "See whether its publisher meant it so.")
            }
        return Problem(.warning, file: file, line: nil, code: code, message: what, mend: mend)
    }
}

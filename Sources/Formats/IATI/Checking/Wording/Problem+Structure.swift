import Model

/// What is wrong with the structure of an activity, worded.
extension Problem {
    private static func structure(
        _ code: String, _ element: Element, _ file: String, _ message: String, _ mend: String
    ) -> Problem {
        Problem(file: file, line: element.line, code: code, message: message, mend: mend)
    }

    static func missingElement(_ tag: Tag, in element: Element, _ file: String) -> Problem {
        structure(
            "missing-element", element, file, "'\(element.name)' has no '\(tag.name)', which it must have.",
            "Add '\(tag.name)'.")
    }

    static func tooMany(_ child: Element, in element: Element, _ file: String) -> Problem {
        structure(
            "too-many", child, file, "'\(element.name)' has more than one '\(child.name)'.",
            "Leave one of them.")
    }

    static func wrongOrder(_ child: Element, after before: String, in element: Element, _ file: String)
        -> Problem
    {
        structure(
            "wrong-order", child, file,
            "\(quoted(child.name)) stands after \(quoted(before)) in '\(element.name)'.",
            "Move it before \(quoted(before)): the standard sets the order.")
    }

    static func unknownElement(_ child: Element, in element: Element, near: String?, _ file: String)
        -> Problem
    {
        structure(
            "unknown-element", child, file, "'\(element.name)' may not hold \(quoted(child.name)).",
            near.map { "Write '\($0)', or take it out." }
                ?? "Take it out, or give it a namespace of its own.")
    }

    static func emptyElement(_ element: Element, _ file: String) -> Problem {
        structure(
            "empty-element", element, file, "'\(element.name)' holds no element.",
            "Fill it in, or take it out.")
    }

    static func missingAttribute(_ tag: Tag, _ element: Element, _ file: String) -> Problem {
        structure(
            "missing-attribute", element, file,
            "'\(element.name)' has no '\(tag.attributeName)', which it must have.",
            "Add '\(tag.attributeName.dropFirst())=\"…\"'.")
    }

    static func unknownAttribute(_ name: String, _ element: Element, known: [String], _ file: String)
        -> Problem
    {
        structure(
            "unknown-attribute", element, file, "'\(element.name)' may not have \(quoted(name)).",
            near(name, known).map { "Write '\($0)', or take it out." } ?? "Take it out.")
    }

    static func namespace(_ address: String, _ element: Element, _ file: String) -> Problem {
        structure(
            "wrong-namespace", element, file,
            "'\(element.name)' stands in the namespace \(quoted(address)); the standard's elements have none.",
            "Take the 'xmlns' out.")
    }

    static func strayText(_ text: String, in element: Element, _ version: StandardVersion, _ file: String)
        -> Problem
    {
        let takesNarrative = Structure.of(version).shapes.contains { shape in
            shape.children.contains { $0.tag == .narrative }
        }
        return structure(
            "stray-text", element, file,
            "'\(element.name)' may not hold text of its own, here \(quoted(text)).",
            takesNarrative ? "Put it into a 'narrative' where one may stand, or take it out." : "Take it out."
        )
    }

    static func tooNew(
        _ name: String, in element: Element, since: StandardVersion, _ version: StandardVersion,
        _ place: Element, _ file: String
    ) -> Problem {
        structure(
            "not-in-version", place, file,
            "'\(name)' of '\(element.name)' came with version \(since.text); the file says \(version.text).",
            "Say version \(since.text) or later in the first element, or take it out.")
    }
}

import Model

/// Every message about the files of a dossier and their YAML.
extension Problem {
    // MARK: Files

    static func missingDossier() -> Problem {
        Problem(
            file: "dossier.yaml", line: nil, code: "missing-dossier",
            message: "The folder has no dossier.yaml.",
            mend: "Add one with two lines: 'id: my-dossier' and 'title: What it is about'.")
    }

    static func unknownFile(_ name: String, known: [String]) -> Problem {
        Problem(
            .warning, file: name, line: nil, code: "unknown-file",
            message: "The file \(quoted(name)) is not read.",
            mend: near(name, known).map { "Rename it to \($0)." }
                ?? "Name it \(known.joined(separator: ", ")), or such as relations-borders.yaml.")
    }

    static func unreadableFile(_ name: String) -> Problem {
        Problem(
            file: name, line: nil, code: "unreadable-file",
            message: "The file \(quoted(name)) cannot be read.",
            mend: "See whether you may read it.")
    }

    static func fileTooLarge(_ name: String, size: Int, most: Int) -> Problem {
        Problem(
            file: name, line: nil, code: "too-large",
            message: "The file holds \(mebibytes(size)) MiB; at most \(mebibytes(most)) MiB are read.",
            mend: "Split it into files whose names begin alike, such as relations-borders.yaml.")
    }

    static func dossierTooLarge(size: Int, most: Int) -> Problem {
        Problem(
            file: "dossier.yaml", line: nil, code: "too-large",
            message:
                "The folder holds \(mebibytes(size)) MiB of YAML; at most \(mebibytes(most)) MiB are read.",
            mend: "Split it into several dossiers.")
    }

    static func tooManyProblems(_ file: String, most: Int) -> Problem {
        Problem(
            .warning, file: file, line: nil, code: "too-many",
            message: "There are more problems than the first \(most), which are listed.",
            mend: "Mend those listed and check again.")
    }

    static func utf16(_ place: Origin) -> Problem {
        error("bad-encoding", place, "The file is written in UTF-16.", "Save it as UTF-8.")
    }

    static func badEncoding(_ place: Origin) -> Problem {
        error(
            "bad-encoding", place, "The line has bytes that are no UTF-8.",
            "Save the file as UTF-8; it may be in an older Western or Cyrillic encoding now.")
    }

    static func controlCharacter(_ place: Origin) -> Problem {
        error(
            "control-character", place, "The line has a control character or a NUL.",
            "Take it out, here and wherever else it stands in the file.")
    }

    // MARK: YAML

    static func badYAML(_ problem: String, excerpt: String, _ place: Origin) -> Problem {
        let mends = [
            "mapping values are not allowed": "Put a text that has ': ' in it into quotation marks.",
            "alphabetic or numeric": "Put a text that begins with '*' or '&' into quotation marks.",
            "cannot start any token": "Put a text that begins with '@', '`' or '%' into quotation marks.",
            "unexpected end of stream": "Close the quotation mark that is opened here.",
            "another document": "Take out the line '---': a file holds one list.",
            "expected ',' or":
                "Close the bracket, and put texts with ',', '{', '}', '[' or ']' into quotation marks.",
            "did not find expected '-' indicator":
                "Begin each record with '- ' at the same column, and indent its keys alike.",
            "did not find expected key": "Indent the keys of one record alike, and close quotation marks.",
            "could not find expected ':'": "Write 'key: value', and indent the further lines of a text.",
        ]
        let mend = mends.first { problem.contains($0.key) }?.value
        return error(
            "bad-yaml", place,
            "This cannot be read as YAML (\(SafeText(problem).string)): \(quoted(excerpt)).",
            mend ?? "Compare the line's indentation, brackets and quotation marks with those around it.")
    }

    static func tab(_ place: Origin) -> Problem {
        error("tab", place, "The line is indented with a tab.", "Indent with spaces.")
    }

    static func duplicateKey(_ key: String, first: Int, _ place: Origin) -> Problem {
        error(
            "duplicate-key", place, "The key \(quoted(key)) stands twice; it stood already in line \(first).",
            "Keep one; several values of one key are written as a list.")
    }

    static func keyIsNoWord(_ place: Origin) -> Problem {
        error("wrong-shape", place, "A list or mapping stands in place of a key.", "Write 'key: value'.")
    }

    static func alias(_ written: String, _ place: Origin) -> Problem {
        error(
            "alias", place, "\(quoted(written)) is a YAML alias, which a dossier may not have.",
            "Write the value out; a text that begins with '*' goes into quotation marks.")
    }

    static func anchor(_ place: Origin) -> Problem {
        error(
            "anchor", place, "A YAML anchor ('&…') stands here, which a dossier may not have.",
            "Take it out; a text that begins with '&' goes into quotation marks.")
    }

    static func tag(_ place: Origin) -> Problem {
        error(
            "tag", place, "A YAML tag ('!…') stands here, which a dossier may not have.",
            "Take it out; a text that begins with '!' goes into quotation marks.")
    }

    static func tooDeep(_ place: Origin, most: Int) -> Problem {
        error(
            "too-deep", place, "Lists and mappings lie in one another more than \(most) deep.",
            "Write a record's keys side by side.")
    }

    private static func mebibytes(_ bytes: Int) -> String {
        let tenths = (bytes * 10 + (1 << 20) - 1) >> 20
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

extension UnreadableFolder: CustomStringConvertible {
    package var description: String {
        let folder = "'\(SafeText(path).string)'"
        return switch reason {
        case .missing: "there is no folder \(folder); name one that holds a dossier.yaml"
        case .notAFolder: "\(folder) is no folder; name the folder that holds dossier.yaml"
        case .notPermitted: "the folder \(folder) cannot be listed; see whether you may read it"
        }
    }
}

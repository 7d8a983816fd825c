import Model

/// Messages about files that are not there, or whose bytes cannot be had.
extension Problem {
    static func unreadable(_ file: String, _ fault: InputFault) -> Problem {
        let (code, what, mend) = words(fault)
        return Problem(file: file, line: nil, code: code, message: what, mend: mend)
    }

    private static func words(_ fault: InputFault) -> (String, String, String) {
        switch fault {
        case .missing: ("missing-file", "There is no such file.", "See how its name is spelled.")
        case .unreadable: ("unreadable-file", "The file cannot be read.", "See whether you may read it.")
        case .notAFile:
            ("no-file", "This is a device, a pipe or a socket, not a file.", "Save the data in a file first.")
        case .damaged(let reason):
            (
                "damaged-archive",
                "The archive is cut off or damaged (\(SafeText(String(reason.prefix(400))).fitted(to: 100).string)). Nothing of it is taken.",
                "Fetch it again."
            )
        case .encrypted: ("encrypted", "The file is locked with a password.", "Unlock it.")
        case .inflatesTooFar:
            (
                "inflates-too-far",
                "The archive would unpack to far more than such files do. Nothing of it is taken.",
                "See whether it is what its publisher issued; if it is, unpack it yourself."
            )
        case .tooManyMembers:
            (
                "too-many-members", "The archive has too many files. Nothing of it is taken.",
                "Unpack it, and name the folder."
            )
        }
    }

    static func nothingToRead(_ path: String) -> Problem {
        Problem(
            file: path, line: nil, code: "nothing-to-read",
            message: "Nothing here is called .xml, .gz or .zip.",
            mend: "Name a file, or a folder that holds such files.")
    }

    static func sameFile(_ path: String, first: String) -> Problem {
        Problem(
            .warning, file: path, line: nil, code: "same-file",
            message: "This is \(quoted(first)) by another name; it is read once.",
            mend: "Nothing need be done.")
    }

    static func foldersTooDeep(_ path: String, most: Int) -> Problem {
        Problem(
            file: path, line: nil, code: "too-deep",
            message: "Folders lie in one another more than \(most) deep.",
            mend: "Name the folder itself.")
    }

    static func memberOutside(_ archive: String, _ member: String) -> Problem {
        Problem(
            file: archive, line: nil, code: "member-path",
            message: "The archive has a file that is to lie outside it: \(quoted(member)). It is not read.",
            mend: "See whether the archive is what its publisher issued.")
    }

    static func nestedArchive(_ archive: String, _ member: String) -> Problem {
        Problem(
            .warning, file: archive, line: nil, code: "nested-archive",
            message: "The archive has another within it: \(quoted(member)). It is not read.",
            mend: "Unpack the outer one, and name the folder.")
    }
}

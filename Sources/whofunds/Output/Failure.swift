import ArgumentParser
import Formats
import Foundation
import Model
import TUI
import Terminal

/// How the program ends when it cannot do what was asked: an exit status and a line on standard error.
struct Failure: Error {
    /// 0 found or done; 1 nothing matched; 2 could not read or write; 64 wrong usage.
    enum Status: Int32 {
        case nothing = 1
        case unreadable = 2
        case usage = 64
    }

    let status: Status
    /// What, which, and what to do; nil when all has been said.
    let message: SafeText?

    init(_ status: Status, _ message: SafeText?) {
        self.status = status
        self.message = message
    }

    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case is LookupError: self.init(.nothing, ErrorWords.text(error))
        case OpeningError.missing(let path):
            self.init(.unreadable, "\(path): there is no such file or folder; check the path")
        case OpeningError.unreadable(let path):
            self.init(.unreadable, "\(path): cannot be read; check its permissions")
        case OpeningError.unknownKind(let path):
            self.init(
                .unreadable,
                "\(path): holds no data that can be opened: neither IATI files (.xml, .gz, .zip), nor a dossier (dossier.yaml), nor an index; check the path"
            )
        case OpeningError.otherVersion(let path):
            self.init(
                .unreadable,
                "\(path): is an index that another version made; import its files again, or open its dossier's folder"
            )
        case OpeningError.indexAmongOthers(let path):
            self.init(
                .usage,
                "\(path): is an index, which cannot be joined with other datasets; name the files it was made from"
            )
        case OpeningError.onlyDossiers(let paths):
            self.init(
                .usage,
                "\(paths.joined(separator: ", ")): are dossiers; one dossier at a time, or beside IATI files")
        case let error as ImportError: self.init(error, importing: "the index")
        case let error as IndexWritingError: self.init(error, importing: error.path)
        case let folder as UnreadableFolder: self.init(.unreadable, SafeText(folder.description))
        case let error as TerminalError:
            self.init(.unreadable, SafeText(String(describing: error)))
        default: self.init(.unreadable, ErrorWords.text(error))
        }
    }

    func end() -> Never {
        if let message { StandardError.write("whofunds: " + message) }
        exit(status.rawValue)
    }
}

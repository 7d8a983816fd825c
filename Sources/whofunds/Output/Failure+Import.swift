import Formats
import Foundation
import Model

extension Failure {
    /// Why an import into `index` failed, and what to do.
    init(_ error: any Error, importing index: String) {
        let same = "; the index is as it was"
        switch error {
        case ImportError.missing(let path):
            self.init(.unreadable, "\(path): there is no such file or folder; check the path")
        case ImportError.unreadable(let path):
            self.init(.unreadable, "\(path): cannot be read; check its permissions")
        case ImportError.nothing(let paths, let skipped):
            self.init(.nothing, Self.nothing(paths, skipped))
        case ImportError.notAnIndex(let path):
            self.init(
                .unreadable,
                "\(path): is there and is no index, and nothing was written over it; name another file after --into"
            )
        case ImportError.noFolder(let path):
            self.init(
                .unreadable, "\(path): there is no such folder; make it, or name another place after --into")
        case ImportError.nothingKept(let path):
            self.init(
                .unreadable,
                "\(path): was not imported, or by another version, and cannot be made anew without its files; import these again"
            )
        case ImportError.joined(let path):
            self.init(
                .unreadable,
                "\(path): also holds what a dossier says, which it cannot be made anew from; name the files and the dossier instead, each with --dataset"
            )
        case ImportError.damaged(let file):
            self.init(
                .unreadable,
                "\(index): what it keeps of \(file) is damaged; remove the index and import again")
        case let error as IndexWritingError where error.isFull:
            self.init(
                .unreadable,
                "\(index): there is no room to write it (\(String(cString: strerror(error.number)))); make room on its disk and that of temporary files (SQLITE_TMPDIR)\(same)"
            )
        case let error as IndexWritingError:
            self.init(.unreadable, "\(error.description); check the folder and its permissions\(same)")
        default: self = Failure(error)
        }
    }

    private static func nothing(_ paths: [String], _ skipped: [ImportSummary.SkippedFile]) -> SafeText {
        let place = paths.count == 1 ? paths[0] : "\(paths[0]) and \(paths.count - 1) more"
        guard let first = skipped.first else {
            return "\(place): no IATI file is there; files end in .xml, .gz or .zip"
        }
        let more = skipped.count == 1 ? "" : " (and \(skipped.count - 1) more files without)"
        return "\(place): there is no activity to import; \(first.file): \(first.reason)\(more)"
    }
}

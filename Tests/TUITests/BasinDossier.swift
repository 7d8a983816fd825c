import Formats
import Foundation
import Model

@testable import TUI

/// The invented dossier in Fixtures/basin, read and indexed once.
enum BasinDossier {
    static let dataset: Result<Dataset, any Error> = Result {
        let folder = Bundle.module.resourceURL ?? URL(fileURLWithPath: ".")
        let reading = DossierReader.read(
            try DossierFiles(folder: folder.appendingPathComponent("Fixtures/basin")))
        return try IndexCompiler.compile(reading.dossier)
    }

    /// An explorer of it. The palette's grammar is the command line's and is tested there; here, a line is
    /// the kind of a view, and what may be its subject.
    static func explorer(
        _ view: View = View(.overview), size: Size = Size(80, 24), notes: NoteStore? = nil
    ) throws -> Explorer {
        let dataset = try dataset.get()
        return try Explorer(
            factory: PaneFactory(dataset: dataset, notes: notes), view: view, size: size,
            parse: { words in
                guard let kind = words.first.flatMap(View.Kind.init) else {
                    throw LookupError.unknown(words.joined(separator: " "), [])
                }
                let subject = words.dropFirst().joined(separator: " ")
                return View(kind, subject.isEmpty ? nil : try dataset.resolve(subject))
            },
            save: { path, view, width in "would write \(view.command) in \(width) columns to \(path)" })
    }

    /// A notes file of its own for one test; it goes with the temporary folder.
    static func notes() throws -> NoteStore {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("whofunds-tests")
        return try NoteStore(path: folder.appendingPathComponent("\(UUID().uuidString).sqlite").path)
    }
}

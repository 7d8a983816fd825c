import Foundation
import Model

extension DatasetOpener {
    /// Several datasets as one: published files, and dossiers beside them. Who and what is known to both is one
    /// record, each fact with its citation.
    package func open(_ paths: [String]) throws -> Opened {
        guard paths.count > 1 else { return try open(paths.first) }
        var dossiers: [JoinedDossier] = []
        var problems: [Problem] = []
        var published: [String] = []
        for path in paths {
            switch Self.isBundled(path) ? .dossier : try DataKind(at: path) {
            case .dossier:
                let files =
                    Self.isBundled(path) ? .bundled : try DossierFiles(folder: URL(fileURLWithPath: path))
                let reading = DossierReader.read(files)
                problems += reading.problems
                dossiers.append(JoinedDossier(dossier: reading.dossier, key: key(files) ?? UUID().uuidString))
            case .published: published.append(path)
            case .index: throw OpeningError.indexAmongOthers(path)
            case .none: throw OpeningError.unknownKind(path)
            }
        }
        guard !published.isEmpty else { throw OpeningError.onlyDossiers(paths) }
        let opened = try openData(published, with: dossiers)
        return Opened(dataset: opened.dataset, problems: problems, summary: opened.summary)
    }
}

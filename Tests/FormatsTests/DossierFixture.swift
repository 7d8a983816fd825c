import Formats
import Foundation
import Model

/// A small sound dossier that a test adds a file to.
enum DossierFixture {
    static let files = [
        "dossier.yaml": "id: test\ntitle: A test\n",
        "sources.yaml": """
        - {id: korneev-2013, type: article, title: EU Migration Governance}
        - {id: interview-1, type: interview, title: An official}
        """,
        "organisations.yaml": """
        - {id: iom, name: IOM, cite: korneev-2013 §1}
        - {id: ilo, name: ILO, cite: korneev-2013 §1}
        """,
    ]

    /// Reads the sound dossier with `contents` as `file`, in place of its own if it has one.
    static func reading(_ file: String, _ contents: String) -> DossierReading {
        reading([file: contents])
    }

    static func reading(_ more: [String: String]) -> DossierReading {
        DossierReader.read(dossier(files.merging(more) { $1 }.mapValues { Data($0.utf8) }))
    }

    /// Reads the sound dossier with bytes as `file`.
    static func reading(_ file: String, bytes: Data) -> DossierReading {
        DossierReader.read(dossier(files.mapValues { Data($0.utf8) }.merging([file: bytes]) { $1 }))
    }

    static func dossier(_ files: [String: Data]) -> DossierFiles {
        DossierFiles(files.map { (name: $0.key, contents: $0.value) })
    }
}

import Model

/// A dossier that is opened together with published files, and a key of what it says.
package struct JoinedDossier: Hashable, Sendable {
    let dossier: Dossier
    let key: String

    package static func == (left: JoinedDossier, right: JoinedDossier) -> Bool { left.key == right.key }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

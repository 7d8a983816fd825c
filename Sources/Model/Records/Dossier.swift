/// A dossier in memory: what a folder of YAML says, ready to be compiled into an index.
package struct Dossier: Sendable {
    package var id: String
    package var title: String
    package var description: String?
    package var language: String?
    package var records: [Record]

    package init(
        id: String, title: String, description: String? = nil, language: String? = nil,
        records: [Record] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.language = language
        self.records = records
    }
}

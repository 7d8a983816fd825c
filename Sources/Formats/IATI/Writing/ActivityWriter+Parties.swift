import Model

extension ActivityWriter {
    mutating func writeReporter(_ project: Record, _ references: References) {
        let own = project.values("participants").filter {
            $0.participant?.role == "reporting" && !$0.isAbsent
        }
        tally.add(.secondReporters, own.count - 1)
        if let value = own.first {
            let reference = self.reference(of: value.text)
            let type = self.type(of: value.text)
            if reference == nil { tally.add(.reporters) }
            if type == nil { tally.add(.reporterTypes) }
            xml.begin(
                "reporting-org",
                [
                    "ref": reference ?? "", "type": type ?? "",
                    "secondary-reporter": value.note == "a secondary reporter" ? "1" : nil,
                ])
            if !writeName(of: value.text) { narrative(reference ?? value.text, nil) }
        } else {
            tally.unreported += 1
            xml.begin(
                "reporting-org",
                [
                    "ref": reporter.reference, "type": reporter.type ?? "",
                    // Whoever tells of others' projects is one.
                    "secondary-reporter": references.isPublished ? nil : "1",
                ])
            narrative(reporter.name, nil)
        }
        xml.end()
    }

    mutating func writeParticipants(_ project: Record) {
        var written = 0
        for value in values(project, "participants") {
            guard let participant = value.participant, participant.role != "reporting" else { continue }
            let isUnsaid = participant.role == "role not said"
            let role = ExportTerms.roles[participant.role] ?? (isUnsaid ? "" : participant.role)
            if Vocabulary.role.terms.contains(role) {
                tally.add(.roles)
                continue
            }
            if isUnsaid { tally.add(.participantRoles) }
            if participant.via != nil { tally.add(.channels) }
            if participant.period != nil { tally.add(.periods) }
            xml.begin(
                "participating-org",
                [
                    "ref": reference(of: value.text), "type": type(of: value.text), "role": role,
                    "activity-id": participant.activity,
                ])
            writeName(of: value.text)
            xml.end()
            written += 1
        }
        guard written == 0 else { return }
        tally.add(.participants)
        xml.element("participating-org", ["role": ""])
    }

    mutating func writeOtherIdentifiers(_ project: Record) {
        for value in values(project, "identifiers") {
            if value.code == nil { tally.add(.identifierTypes) }
            xml.begin("other-identifier", ["ref": value.text, "type": value.code ?? ""])
            if let note = value.note, note.hasPrefix("of ") {
                xml.begin("owner-org")
                narrative(String(note.dropFirst(3)), nil)
                xml.end()
            }
            xml.end()
        }
    }

    /// Whether it has a name: one that says no more than the reference is none.
    @discardableResult
    mutating func writeName(of organisation: String) -> Bool {
        let name = neighbours[organisation]?.values("name").first { !$0.isAbsent }
        guard let name, name.text != organisation else { return false }
        narrative(name.text, name.language)
        return true
    }

    /// The published reference of an organisation; nil for one that is known by its name only. An id of a dossier
    /// is the dossier's own: what files that were opened with it call the organisation stands beside it.
    func reference(of organisation: String) -> String? {
        guard !organisation.hasPrefix("org:"), let record = neighbours[organisation] else { return nil }
        guard record.citations.contains(where: \.isPublished) else {
            return record.values("identifiers").first {
                $0.citations?.contains(where: \.isPublished) == true
            }?.text
        }
        let prefix = "organisation:"
        return organisation.hasPrefix(prefix)
            ? String(organisation.dropFirst(prefix.utf8.count)) : organisation
    }

    /// Code list OrganisationType.
    func type(of organisation: String) -> String? {
        guard let value = neighbours[organisation]?.values("type").first(where: { !$0.isAbsent }) else {
            return nil
        }
        return value.code ?? ExportTerms.organisationTypes[value.text]
    }

    mutating func writeRelated(_ project: Record, _ references: References) {
        var written = Set<String>()
        func code(_ value: Value) -> String? { value.note.map { ExportTerms.related[$0] ?? $0 } }
        if references.isPublished {
            for value in values(project, "related") {
                written.insert(value.text)
                xml.element(
                    "related-activity", ["ref": references.activity(value.text), "type": code(value) ?? ""])
            }
        } else {
            tally.add(.relatedOtherwise, project.texts("related").count)
        }
        for (field, type) in [("part-of", "1"), ("parts", "2")] {
            for value in values(project, field) where !written.contains(value.text) {
                xml.element("related-activity", ["ref": references.activity(value.text), "type": type])
            }
        }
    }
}

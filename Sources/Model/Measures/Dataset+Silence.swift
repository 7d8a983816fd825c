extension Dataset {
    /// Why ``measures(_:)`` of this view has nothing to show: of how many organisations, or of which level, the
    /// measure is, or that nothing here has it.
    package func measuresSilence(_ view: View) throws -> SafeText {
        let subjects = try measuredOrganisations(view).map(\.short)
        let whose: SafeText =
            subjects.isEmpty ? "the field" : subjects.joined(separator: " × ")
        guard let name = view.measure else {
            let level = view.measureLevel.map { " of the level «\($0.rawValue)»" } ?? ""
            return SafeText("Of \(whose.string) no measure\(level) has a number.")
        }
        let title = "«\(name.rawValue)»"
        guard name.subjects.contains(subjects.count) else {
            return SafeText("\(title) is a measure of \(name.ofHowMany.string).")
        }
        if let level = view.measureLevel, !name.levels.contains(level) {
            let levels = name.levels.map(\.rawValue).joined(separator: ", ")
            return SafeText("\(title) has no level «\(level.rawValue)»; it has \(levels).")
        }
        if name == .documentedFound && !view.filter.isEmpty {
            return SafeText("\(title) is a measure of the whole dataset: leave out the filters.")
        }
        if name == .share {
            return SafeText("\(title): \(whose.string) is named as donor or implementer of no project here.")
        }
        return SafeText("\(title): of \(whose.string) there is nothing here to compute it from.")
    }
}

extension MeasureName {
    /// Of how many organisations it can be asked for; 0 is the whole field.
    var subjects: Set<Int> {
        switch self {
        case .projects, .actors, .herfindahl, .effectiveNumber, .leadShare, .topThreeShare, .presence,
            .documentedFound:
            [0]
        case .share: [1]
        case .dependency, .withdrawal, .inDegree, .outDegree, .betweenness: [0, 1]
        case .themeOverlap, .themeNicheOverlap, .countryOverlap, .countryNicheOverlap: [0, 1, 2]
        case .jointPresence: [1, 2]
        }
    }

    /// In words, with what to write.
    fileprivate var ofHowMany: SafeText {
        let command = "whofunds measures"
        let option = "--measure \(rawValue)"
        return switch self {
        case .share: SafeText("one organisation: \(command) NAME \(option)")
        case .jointPresence: SafeText("two organisations: \(command) NAME NAME \(option)")
        case .dependency, .withdrawal, .inDegree, .outDegree, .betweenness:
            SafeText("the field, or of one organisation: \(command) NAME \(option)")
        default: SafeText("the field: \(command) \(option)")
        }
    }

    /// Whose measure it can be.
    fileprivate var levels: [Measure.Level] {
        switch self {
        case .projects, .documentedFound: [.register]
        case .actors, .herfindahl, .effectiveNumber, .leadShare, .topThreeShare, .share:
            [.donor, .implementer]
        case .withdrawal: [.donor]
        case .presence, .dependency: [.implementer]
        case .inDegree, .outDegree, .betweenness: [.graph]
        case .themeOverlap, .themeNicheOverlap, .countryOverlap, .countryNicheOverlap, .jointPresence:
            [.pair]
        }
    }
}

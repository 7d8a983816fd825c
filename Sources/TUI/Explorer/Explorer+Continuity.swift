import Model

extension Explorer {
    /// The record under the cursor; where a step between two projects, or a pair, stands there, one of the two.
    var selectedRecord: String? {
        get throws {
            guard let id = pane.selection else { return nil }
            if let step = try factory.dataset.steps(at: id)?.first {
                return step.from.name?.id ?? step.to?.name?.id
            }
            return try factory.dataset.pair(id)?.0.id ?? id
        }
    }

    /// Whether the page of a step between two projects is shown.
    var isStep: Bool { pane.view.kind == .continuity && pane is DocumentPane }

    /// What came before and after the selected record; where a step stands, its page.
    mutating func seeContinuity() throws {
        guard let id = pane.selection else {
            status = "no record is selected"
            return
        }
        if try factory.dataset.steps(at: id) != nil {
            let page = View(.continuity, id)
            // On the page already, it leads on to all steps of the first project.
            try go(pane.view == page ? View(.continuity, try selectedRecord) : page)
            return
        }
        guard let record = try selectedRecord.flatMap(factory.dataset.record) else {
            status = "no record is selected"
            return
        }
        switch record.recordClass {
        case .project, .organisation, .theme, .place: try go(View(.continuity, record.id))
        default:
            let projects = record.texts("projects") + record.texts("project") + record.texts("about")
            var view = View(.continuity)
            for name in try factory.dataset.names(of: projects).values where name.recordClass == .project {
                view.filter = view.filter.adding(.project, name.id)
            }
            guard !view.filter.isEmpty else {
                throw Refusal("«\(record.title)» names no project that anything could follow")
            }
            view.filter.ties[.project]?.sort()
            try go(view)
        }
    }
}

import Model

extension Explorer {
    /// Which parts the score of an overlap is the product of.
    var componentChooser: Chooser {
        let counted = pane.view.components
        let entries = Overlap.Component.allCases.map { component in
            var view = pane.view
            view.components = counted.symmetricDifference([component])
            if view.components.isEmpty {
                return Chooser.Entry(
                    SafeText("\(component.rawValue): counts; the last one stays"), "", .nothing)
            }
            let does = counted.contains(component) ? "counts; leave it out" : "does not count; count it"
            return Chooser.Entry(SafeText("\(component.rawValue): \(does)"), "", .become(view))
        }
        return Chooser(.components, "What the score is the product of", entries)
    }

    /// What the user makes of the selected conflict.
    func verdictChooser(on id: String) -> Chooser {
        let entries = Vocabulary.verdict.terms.map { term in
            Chooser.Entry(SafeText(term), "", .decide(term, on: id))
        }
        let back = Chooser.Entry("no verdict: take it back", "", .decide(nil, on: id))
        return Chooser(.verdict, SafeText("Your verdict on \(id)"), entries + [back])
    }
}

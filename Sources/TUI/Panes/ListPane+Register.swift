import Model

extension ListPane {
    /// The register of conflicts as it is after an action that changes what it shows; nil for other actions.
    func registerView(after action: Action) -> View? {
        guard view.kind == .conflicts else { return nil }
        var next = view
        switch action {
        case .basis: next.turnBasis()
        case .raiseThreshold: next.stepThreshold(1)
        case .lowerThreshold: next.stepThreshold(-1)
        default: return nil
        }
        return next
    }
}

extension View {
    /// All conflicts, then only documented ones, then only computed ones.
    fileprivate mutating func turnBasis() {
        let (documented, computed) = (has(.documented), has(.computed))
        set(.documented, !documented && !computed)
        set(.computed, documented && !computed)
    }
}

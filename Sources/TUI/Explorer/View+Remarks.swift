import Model

extension View {
    /// What its settings do to what is seen, for the line of the chips.
    var settingRemarks: [String] {
        var remarks: [String] = []
        if let lanes { remarks.append("lanes by \(lanes.rawValue)") }
        if kind == .measures, let by = self[.by] { remarks.append("shares by \(by)") }
        guard kind == .conflicts else { return remarks }
        if has(.documented) { remarks.append("only documented") }
        if has(.computed) { remarks.append("only computed") }
        if let level = self[.level] { remarks.append(level) }
        if self[.components] != nil {
            let parts = Overlap.Component.allCases.filter(components.contains).map(\.rawValue)
            remarks.append("score = \(parts.isEmpty ? "nothing" : parts.joined(separator: " × "))")
        }
        if let threshold = self[.threshold] { remarks.append("score from \(threshold)") }
        return remarks
    }
}

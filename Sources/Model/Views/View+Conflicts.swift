extension View {
    /// Which of the two registers is shown; both, unless one is asked for.
    package var showsDocumented: Bool { !has(.computed) || has(.documented) }
    package var showsComputed: Bool {
        // Computed ones are of one kind.
        (!has(.documented) || has(.computed)) && (filter.kind ?? "overlap") == "overlap"
    }

    /// The components that count for the score of an overlap.
    package var components: Set<Overlap.Component> {
        get {
            guard let text = self[.components] else { return Overlap.Component.usual }
            return Set(text.split(separator: ",").compactMap { Overlap.Component(rawValue: String($0)) })
        }
        set {
            let words = Overlap.Component.allCases.filter(newValue.contains).map(\.rawValue)
            self[.components] =
                newValue == Overlap.Component.usual ? nil : words.joined(separator: ",")
        }
    }

    /// The least possible score of an overlap that is listed.
    package var threshold: Double {
        get { self[.threshold].flatMap(Double.init) ?? 0 }
        set { self[.threshold] = newValue <= 0 ? nil : "\(min(newValue, 1))" }
    }

    /// The next threshold up or down, in tenths.
    package mutating func stepThreshold(_ direction: Int) {
        let tenths = (threshold * 10).rounded(direction > 0 ? .down : .up) + Double(direction)
        threshold = min(max(tenths / 10, 0), 1)
    }

    /// Whether a conflict of this level is shown.
    package func shows(level: String?) -> Bool { self[.level].map { $0 == level } ?? true }

    /// What the view asks the computed register for.
    package var overlapRequest: OverlapRegister.Request {
        var request = OverlapRegister.Request()
        request.filter = filter
        request.subject = subject
        request.components = components
        request.threshold = threshold
        // The first few of a list are the same as of a longer one.
        request.capacity = max(limit ?? 0, 1000)
        return request
    }
}

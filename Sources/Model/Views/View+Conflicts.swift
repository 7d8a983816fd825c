extension View {
    /// Which of the two registers is shown; both, unless one is asked for.
    package var showsDocumented: Bool { !has(.computed) || has(.documented) }
    package var showsComputed: Bool { !has(.documented) || has(.computed) }

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
        set { self[.threshold] = newValue <= 0 ? nil : Self.hundredths(min(newValue, 1)) }
    }

    private static func hundredths(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return hundredths >= 100 ? "1" : "0.\(padded(hundredths, 2))"
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
        request.capacity = limit ?? 1000
        return request
    }
}

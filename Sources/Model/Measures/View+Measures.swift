extension View {
    /// What projects weigh in shares.
    package enum MeasureBasis: Hashable, Sendable {
        /// Each the same.
        case projects
        /// Its money, in a currency; nil for the one that most amounts are told in.
        case money(String?)

        /// `projects`, `money`, or a currency as ISO 4217 writes it.
        package init?(_ text: String) {
            switch text {
            case "projects": self = .projects
            case "money": self = .money(nil)
            default:
                let isCode = text.count == 3 && text.allSatisfy { $0.isASCII && $0.isUppercase }
                guard isCode else { return nil }
                self = .money(text)
            }
        }
    }

    /// What ``Setting/by`` says; projects if it is not set.
    package var measureBasis: MeasureBasis { self[.by].flatMap(MeasureBasis.init) ?? .projects }

    /// The one measure that is looked at; nil for all.
    package var measure: MeasureName? {
        get { self[.measure].flatMap(MeasureName.init) }
        set { self[.measure] = newValue?.rawValue }
    }

    /// Whose measures are looked at; nil for all levels.
    package var measureLevel: Measure.Level? {
        get { self[.level].flatMap(Measure.Level.init) }
        set { self[.level] = newValue?.rawValue }
    }

    /// Whether measures are shown as a matrix of organisations by organisations.
    package var isMatrix: Bool {
        get { has(.matrix) }
        set { set(.matrix, newValue) }
    }

    /// The view of one measure alone, under the filters and the basis of this one.
    package func of(_ measure: Measure) -> View {
        var view = View(
            .measures, measure.of.isEmpty ? nil : measure.of.map(\.id).joined(separator: "+"))
        view.filter = filter
        view[.by] = self[.by]
        view.measure = measure.name
        if measure.of.isEmpty { view.measureLevel = measure.level }
        return view
    }
}

extension View {
    /// What a kind of view has beside its subject, filter and order. Each is an option of its command, spelled
    /// as here.
    package enum Setting: String, CaseIterable, Codable, Sendable {
        // Timeline
        case lanes, window
        // Chain
        case tree, account
        // Chain and measures
        case rule, rate
        // Conflicts
        case documented, computed, level, components, threshold
        // Coverage
        case rows, columns, count
        // Measures
        case by, measure, matrix

        /// Whether it is there or not, and has no value.
        var isFlag: Bool { [.tree, .account, .documented, .computed, .matrix].contains(self) }

        /// Whether it may be given several times; its values are kept in one text, a space between them.
        var isRepeated: Bool { self == .rate }
    }

    /// The value of a setting; nil when it is not set.
    package subscript(_ setting: Setting) -> String? {
        get { settings[setting] }
        set { settings[setting] = newValue }
    }

    /// Whether a flag is set.
    package func has(_ setting: Setting) -> Bool { settings[setting] != nil }

    package mutating func set(_ setting: Setting, _ isSet: Bool) { settings[setting] = isSet ? "" : nil }
}

// MARK: Timeline

extension View {
    package enum Lanes: String, CaseIterable, Codable, Sendable {
        case kind, donor, implementer, theme, country, succession
    }

    /// What the lanes of a timeline are; nil for one lane.
    package var lanes: Lanes? {
        get { self[.lanes].flatMap(Lanes.init) }
        set { self[.lanes] = newValue?.rawValue }
    }

    /// An EDTF period of months that a timeline draws, whatever the filter lets through.
    package var window: String? {
        get { self[.window] }
        set { self[.window] = newValue }
    }

    /// The months of ``window``; nil when it is not set.
    package var windowMonths: MonthSpan? {
        window.flatMap(Period.init).flatMap { Extent($0).possibleMonths }
    }
}

// MARK: Chain

extension View {
    /// Whether a chain is shown as an indented tree and not as a graph.
    package var isTree: Bool {
        get { has(.tree) }
        set { set(.tree, newValue) }
    }
}

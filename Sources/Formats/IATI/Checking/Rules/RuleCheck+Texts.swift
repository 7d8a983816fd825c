import Model

extension RuleCheck {
    /// Rule 7.8.1.
    mutating func checkCurrencies(_ parts: ActivityParts) {
        guard parts.activity.value(.defaultCurrency) == nil else { return }
        var values = (parts[.transaction] + parts[.budget] + parts[.plannedDisbursement])
            .compactMap { $0.first(.value) }
        values += parts[.fss].flatMap { Array($0.children(.forecast)) }
        let without = values.filter { $0.value(.currency) == nil }.sorted { $0.line < $1.line }
        guard let first = without.first else { return }
        let amounts = without.count == 1 ? "An amount has" : "\(without.count) amounts have"
        note(
            sinceTwo, "no-currency", first,
            "\(amounts) no currency, and the activity has no default currency.",
            "Add '@currency' to each, or '@default-currency' to 'iati-activity'.")
    }

    /// Rules 4.1.1, 4.3.1, 4.4.1.
    mutating func checkTexts(_ parts: ActivityParts) {
        var texts: [Element] = []
        collect(parts.activity, &texts)
        for element in texts where element.tag != .narrative {
            guard element.first(.narrative) != nil, !element.hasNarrative else { continue }
            note(
                "empty-text", element, "'\(element.name)' has a 'narrative' without text.", "Fill it in.")
        }
        guard parts.activity.value(.lang) == nil else { return }
        let silent = texts.filter { $0.tag == .narrative && $0.value(.lang) == nil }
        if let first = silent.first {
            let texts = silent.count == 1 ? "A text has" : "\(silent.count) texts have"
            note(
                "no-language", first, "\(texts) no language, and the activity has no default language.",
                "Add '@xml:lang' to 'iati-activity', or to each 'narrative'.")
        }
    }

    /// The titles, descriptions and narratives in an element, but for what is of another namespace.
    private func collect(_ element: Element, _ texts: inout [Element]) {
        for child in element.children {
            guard let tag = child.tag else { continue }
            if tag == .title || tag == .description || tag == .narrative { texts.append(child) }
            collect(child, &texts)
        }
    }

    /// Rules 8.8.1 to 8.11.1.
    mutating func checkResults(_ parts: ActivityParts) {
        for result in parts[.result] {
            for indicator in result.children(.indicator) {
                if let reference = indicator.first(.reference), result.first(.reference) != nil {
                    note(
                        "reference-twice", reference,
                        "References stand both on the result and on its indicator.",
                        "Leave them on one of the two.")
                }
                guard let measure = indicator.value(.measure) else { continue }
                for baseline in indicator.children(.baseline) { checkMeasured(baseline, measure) }
                for period in indicator.children(.period) {
                    for target in period.children(.target) { checkMeasured(target, measure) }
                    for actual in period.children(.actual) { checkMeasured(actual, measure) }
                }
            }
        }
    }

    /// Units, percentages, nominal and ordinal measures have values; qualitative ones have words.
    private mutating func checkMeasured(_ element: Element, _ measure: String) {
        let value = element[.value]
        if measure == "5" {
            guard value != nil else { return }
            note(
                .warning, "value-not-wanted", element,
                "'\(element.name)' of a qualitative indicator has a value.",
                "Put it into words, in 'comment'.")
        } else if ["1", "2", "3", "4"].contains(measure) {
            if value == nil {
                note(
                    "no-value", element, "'\(element.name)' of an indicator that counts has no value.",
                    "Add '@value'.")
            } else if let value, !ValueType.isDecimal(value.xmlTrimmed) {
                note(
                    .warning, "bad-number", element,
                    "\(Problem.quoted(value)), the value of '\(element.name)', is not a number.",
                    "Write digits with a point at most.")
            }
        }
    }
}

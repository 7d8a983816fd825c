import Model

extension Value {
    /// Whether there is no more to say of it than the value itself.
    var isPlain: Bool { citations == nil && note == nil && share == nil && !isAbsent }
}

extension RecordDetail.Referrer {
    var isConflict: Bool { name.kind.map(Vocabulary.conflictKinds.contains) ?? false }

    /// `2006-11 – 2011-11` when it has dates.
    var date: String? {
        switch (start, end) {
        case (nil, nil): nil
        case (let start?, let end?): start == end ? start : "\(start) – \(end)"
        case (let start?, nil): "\(start) – ?"
        case (nil, let end?): "? – \(end)"
        }
    }
}

extension RecordDetail {
    /// A line that leads to the list of what is not told of a group.
    func more(_ count: Int, _ recordClass: RecordClass) -> Document.Block {
        let text = SafeText("and \(count) more")
        guard let kind = View.Kind(rawValue: recordClass.plural),
            let dimension = Filter.Dimension.allCases.first(where: { $0.recordClass == record.recordClass })
        else { return .item([Document.Span(text, .dim)], indent: 0) }
        var view = View(kind)
        view.filter = Filter().adding(dimension, record.id)
        return .item([Document.Span(text, .link, target: view)], indent: 0)
    }
}

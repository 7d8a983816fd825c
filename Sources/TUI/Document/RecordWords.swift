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

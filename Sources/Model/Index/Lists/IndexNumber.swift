/// What the wide tables of an index hold as small integers: a row of `facet` is half as long for it, and there
/// are tens of rows for a record. The tables `class` and `dimension` tell the words.
///
/// A number never changes its meaning without a new ``Schema/version``.
extension RecordClass {
    var number: Int {
        switch self {
        case .project: 0
        case .organisation: 1
        case .flow: 2
        case .relation: 3
        case .event: 4
        case .finding: 5
        case .discrepancy: 6
        case .source: 7
        case .theme: 8
        case .place: 9
        }
    }
}

extension Filter.Dimension {
    var number: Int {
        switch self {
        case .country: 0
        case .donor: 1
        case .implementer: 2
        case .organisation: 3
        case .project: 4
        case .theme: 5
        }
    }
}

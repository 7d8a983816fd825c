/// That a record is tied to another by a dimension: what facets are made of.
struct FacetTie: Hashable {
    let record: Int64
    let dimension: Int
    let target: Int64

    init(record: Int64, dimension: Int, target: Int64) {
        self.record = record
        self.dimension = dimension
        self.target = target
    }

    /// The tie as one number, in the order of record, dimension and target; keys have twenty-eight bits, enough for
    /// two hundred and sixty-eight million records.
    var packed: UInt64 {
        UInt64(truncatingIfNeeded: record) << 32 | UInt64(truncatingIfNeeded: dimension) << 28
            | UInt64(truncatingIfNeeded: target)
    }

    init(packed: UInt64) {
        self.init(
            record: Int64(packed >> 32), dimension: Int(packed >> 28 & 0xF),
            target: Int64(packed & 0xFFF_FFFF))
    }
}

/// A tie as the table `facet` has it: what a record is found under, and the number of the record's class.
struct Facet: Hashable {
    let dimension: Int
    let target: Int64
    let recordClass: Int
    let record: Int64

    init(_ tie: FacetTie, under target: Int64, recordClass: Int) {
        dimension = tie.dimension
        self.target = target
        self.recordClass = recordClass
        record = tie.record
    }

    /// The facet as one number, in the order of the table's key.
    var packed: UInt64 {
        UInt64(truncatingIfNeeded: dimension) << 60 | UInt64(truncatingIfNeeded: target) << 32
            | UInt64(truncatingIfNeeded: recordClass) << 28 | UInt64(truncatingIfNeeded: record)
    }

    init(packed: UInt64) {
        dimension = Int(packed >> 60)
        target = Int64(packed >> 32 & 0xFFF_FFFF)
        recordClass = Int(packed >> 28 & 0xF)
        record = Int64(packed & 0xFFF_FFFF)
    }
}

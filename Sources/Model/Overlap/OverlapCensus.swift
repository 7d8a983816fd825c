/// How many projects could be compared, and what the others lack.
package struct OverlapCensus: Hashable, Sendable {
    package let projects: Int
    package let undated: Int
    package let unplaced: Int
    package let unthemed: Int
    package let withoutImplementer: Int
    package let compared: Int

    /// From six numbers as the index tells them, in the order of the properties.
    init(_ text: String) {
        var numbers = text.split(separator: " ").map { Int($0) ?? 0 }
        numbers += Array(repeating: 0, count: max(0, 6 - numbers.count))
        (projects, undated, unplaced) = (numbers[0], numbers[1], numbers[2])
        (unthemed, withoutImplementer, compared) = (numbers[3], numbers[4], numbers[5])
    }

    /// SQL that counts rows of `profile` and gives the six numbers.
    static let select = """
        SELECT count(*) || ' ' || sum(\(isUndated)) || ' ' || sum(places = '') || ' ' || sum(themes = '')
          || ' ' || sum(implementers = '') || ' ' ||
          sum(NOT \(isUndated) AND places <> '' AND themes <> '' AND implementers <> '')
        FROM profile
        """

    /// Of a row of `profile`.
    static let isUndated = """
        (profile.start_earliest <= \(Month.distantPast.index) AND profile.end_latest >= \(Month.distantFuture.index)
        AND profile.start_latest >= \(Month.distantFuture.index))
        """
}

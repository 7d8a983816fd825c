import Testing

@testable import Formats

@Suite("Identifiers that occur more than once")
struct OccurrencesTests {
    @Test("Each later one is told with the first; what has no identifier is alone")
    func repeats() throws {
        let identifiers: [String?] = ["a", nil, "b", "a", "c", nil, "b", "a"]
        var occurrences = Occurrences()
        for (index, identifier) in identifiers.enumerated() { occurrences.add(identifier, Int64(index + 1)) }
        let repeats = occurrences.repeats { identifiers[Int($0) - 1] }
        #expect(
            repeats == [
                Occurrences.Repeat(first: 1, later: 4), Occurrences.Repeat(first: 1, later: 8),
                Occurrences.Repeat(first: 3, later: 7),
            ])
    }

    @Test("Identifiers whose hashes meet stay apart")
    func collision() {
        var occurrences = Occurrences()
        for key in 1...4 { occurrences.add("same", Int64(key)) }
        // As if four identifiers, of which two are equal, had one hash.
        let identifiers = ["a", "b", "a", "c"]
        let repeats = occurrences.repeats { identifiers[Int($0) - 1] }
        #expect(repeats == [Occurrences.Repeat(first: 1, later: 3)])
    }
}

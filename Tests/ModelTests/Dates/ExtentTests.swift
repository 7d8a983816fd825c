import Model
import Testing

@Suite("Extents")
struct ExtentTests {
    private func extent(_ period: String?, seen: [String] = []) throws -> Extent {
        Extent(try period.map { try #require(Period($0)) }, seen: try seen.map { try #require(Period($0)) })
    }

    private func months(_ period: String) throws -> MonthSpan {
        try #require(try extent(period).possibleMonths)
    }

    struct Bounds: Sendable {
        let period: String?
        let seen: [String]
        let certain: String?
        let possible: String?

        init(_ period: String?, seen: [String] = [], certain: String?, possible: String?) {
            (self.period, self.seen, self.certain, self.possible) = (period, seen, certain, possible)
        }
    }

    private static let bounds = [
        Bounds("2006-11/2011-11", certain: "2006-11/2011-11", possible: "2006-11/2011-11"),
        Bounds("2008-03-15", certain: "2008-03", possible: "2008-03"),
        Bounds("2006/2008", certain: "2006-12/2008-01", possible: "2006-01/2008-12"),
        Bounds("2008", certain: nil, possible: "2008-01/2008-12"),
        Bounds("2008-03?", certain: nil, possible: "2008-02/2008-04"),
        Bounds("2007?/2008-03", certain: "2008-03", possible: "2006-01/2008-03"),
        // It ran in the month of the one end that is known.
        Bounds("2007-06/", certain: "2007-06", possible: "2007-06/.."),
        Bounds("/2011-05", certain: "2011-05", possible: "../2011-05"),
        Bounds("2001/..", certain: "2001-12/..", possible: "2001-01/.."),
        Bounds("../2011-05", certain: "../2011-05", possible: "../2011-05"),
        Bounds(nil, certain: nil, possible: "../.."),
        // Sightings make more of it certain, and nothing more possible.
        Bounds(nil, seen: ["2008-03"], certain: "2008-03", possible: "../.."),
        Bounds(nil, seen: ["2008-03", "2010-05"], certain: "2008-03/2010-05", possible: "../.."),
        Bounds("2006/", seen: ["2009-05"], certain: "2006-12/2009-05", possible: "2006-01/.."),
        Bounds("2006/2012", seen: ["2006-03"], certain: "2006-03/2012-01", possible: "2006-01/2012-12"),
        Bounds(nil, seen: ["2008-05/"], certain: "2008-05", possible: "../.."),
        Bounds(nil, seen: ["/2008-05"], certain: "2008-05", possible: "../.."),
        // One that contradicts the period changes nothing.
        Bounds("2010-01/2011-01", seen: ["2008-03"], certain: "2010-01/2011-01", possible: "2010-01/2011-01"),
        Bounds("2010-01/2011-01", seen: ["2012-03"], certain: "2010-01/2011-01", possible: "2010-01/2011-01"),
        // Dates that contradict each other leave nothing certain, and what lies between them possible.
        Bounds("2011-03/2008-06", certain: nil, possible: "2008-06/2011-03"),
        Bounds("2011/2008", certain: nil, possible: "2008-12/2011-01"),
    ]

    @Test("dates bound the months that are certain and those that are possible", arguments: bounds)
    func bounded(_ bounds: Bounds) throws {
        let extent = try extent(bounds.period, seen: bounds.seen)
        #expect(extent.certainMonths?.text == bounds.certain)
        #expect(extent.possibleMonths?.text == bounds.possible)
    }

    @Test(
        "an extent is unknown only when nothing at all is said",
        arguments: [("2007-06/", []), ("/2011-05", []), (nil, ["2008-03"]), (nil, ["2008"])]
            as [(String?, [String])])
    func unknown(period: String?, seen: [String]) throws {
        #expect(Extent(nil).isUnknown)
        #expect(try extent(period, seen: seen).isUnknown == false)
    }

    @Test("two projects with known months share the months in which both ran")
    func sharedForCertain() throws {
        let shared = try extent("2006-11/2011-11").shared(with: extent("2008-03/2011-05"))
        #expect(shared.certain?.count == 39)
        #expect(shared.possible?.count == 39)
        #expect(shared.certainty == .certain)
    }

    @Test("an end that is not said leaves one month certain and the rest possible")
    func sharedPossibly() throws {
        let shared = try extent("2007-06/").shared(with: extent("2006-11/2011-11"))
        #expect(shared.certain?.count == 1)
        #expect(shared.possible?.count == 54)
    }

    @Test("what never met shares nothing; what is not dated may have met anything")
    func sharedNot() throws {
        #expect(try extent("2001/2002").shared(with: extent("2003/2004")).certainty == .none)
        let undated = try Extent(nil).shared(with: extent("2003-01/2004-02"))
        #expect(undated.certain == nil)
        #expect(undated.possible?.count == 14)
    }

    @Test(
        "it runs in a span for certain, possibly or not at all",
        arguments: [
            ("2006-11/2011-11", "2008", Certainty.certain), ("2006-11/2011-11", "2012", .none),
            ("2007-06/", "2007", .certain), ("2007-06/", "2008", .possible), ("2007-06/", "2006", .none),
            // Whatever day of 2008 it was, it lies in 2008; but of no month of 2008 can that be said.
            ("2008", "2008", .certain), ("2008", "2008-05", .possible), ("2008", "2007/2009", .certain),
        ])
    func runs(period: String, span: String, certainty: Certainty) throws {
        #expect(try extent(period).runs(in: months(span)) == certainty)
    }

    @Test("certain is more than possible, and possible more than none")
    func certainties() {
        #expect(Certainty.none < .possible)
        #expect(Certainty.possible < .certain)
    }
}

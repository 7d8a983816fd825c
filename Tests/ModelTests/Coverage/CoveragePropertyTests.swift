import Model
import Testing

@Suite("Properties of a coverage")
struct CoveragePropertyTests {
    /// Projects of all kinds of dates, places, themes and roles, some of which lack any of these.
    static func dossier(_ seed: UInt64) -> Dossier {
        var random = SeededGenerator(seed: seed)
        let organisations = (0..<7).map { number in
            Record(
                .organisation, "o\(number)",
                ["name": [Value("Organisation \(number)")]].merging(
                    number > 2 && random.once(in: 2) ? ["part-of": [Value("o\(random.number(0...2))")]] : [:]
                ) { $1 })
        }
        func tree(_ recordClass: RecordClass, _ letter: String, _ up: String, _ kind: [String: [Value]])
            -> [Record]
        {
            (0..<6).map { number in
                var values = kind
                values["name"] = [Value("\(recordClass.rawValue) \(number)")]
                if number > 1 { values[up] = [Value("\(letter)\(number / 2 - 1)")] }
                return Record(recordClass, "\(letter)\(number)", values)
            }
        }
        func some(_ letter: String, _ most: Int) -> [Value] {
            Set((0..<random.number(0...2)).map { _ in random.number(0...most) }).sorted().map {
                Value("\(letter)\($0)")
            }
        }
        let projects = (0..<25).map { number -> Record in
            let start = random.number(1998...2010)
            let end = start + random.number(0...6)
            let periods = [
                "\(start)/\(end)", "\(start)-03/\(end)-09", "\(start)?/\(end)~", "\(start)/", "/\(end)",
                "\(start)/..", "../\(end)", "/",
            ]
            let participants = (0..<random.number(0...4)).map { _ in
                Value.takesPart(
                    "o\(random.number(0...6))", random.pick(["funding", "implementing", "partner"], or: ""),
                    absent: random.once(in: 8))
            }
            return Record(
                .project, "p\(number)",
                [
                    "title": [Value("Project \(number)")], "kind": ["project"],
                    "period": [Value(random.pick(periods, or: "2000"))], "themes": some("t", 5),
                    "places": some("c", 5), "participants": participants,
                ], absent: random.once(in: 12))
        }
        return Dossier(
            id: "made", title: "Made", description: "Made.", language: "en",
            records: [Record(.source, "paper", ["title": ["Paper"], "type": ["article"]], cite: [])]
                + organisations + tree(.theme, "t", "parent", [:])
                + tree(.place, "c", "part-of", ["kind": ["country"]]) + projects)
    }

    static func filters() -> [Filter] {
        func filter(_ change: (inout Filter) -> Void) -> Filter {
            var filter = Filter()
            change(&filter)
            return filter
        }
        return [
            Filter(), filter { $0.ties = [.theme: ["t0", "t3"]] },
            filter { $0.ties = [.country: ["c1"], .donor: ["o1", "o2"]] },
            filter { ($0.from, $0.to) = ("2003-06", "2007-02") }, filter { $0.from = "2009?" },
            filter { $0.to = "2001" }, filter { $0.text = "project" },
            filter { $0.ties = [.implementer: ["o0"], .organisation: ["o3", "o0"]] },
        ]
    }

    @Test("every cell counts what the list that it opens holds", arguments: 1...3 as ClosedRange<UInt64>)
    func lists(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let dataset = try IndexCompiler.compile(Self.dossier(seed))
        for filter in Self.filters() {
            // All axes without a filter, some with each.
            for axes in Coverage.Axes.all where filter.isEmpty || random.once(in: 6) {
                let grid = try dataset.coverage(filter, axes, listsProjects: true)
                for (index, row) in grid.rows.enumerated() {
                    for column in grid.columns.indices {
                        let list = dataset.list(.project, filter: grid.filter(row: index, column: column))
                        let cell = row.cell(column)
                        let ids = try list.ids()
                        #expect(
                            Set(cell?.ids ?? []) == Set(ids) && (cell?.tally.projects ?? 0) == ids.count,
                            "\(axes.title.string), \(row.id) × \(grid.columns[column].id), \(filter.parts)")
                    }
                }
            }
        }
    }

    @Test("every project that took place is in a cell or counted as not placed", arguments: 1...4)
    func nothingLost(seed: UInt64) throws {
        let dossier = Self.dossier(seed)
        let dataset = try IndexCompiler.compile(dossier)
        let wanted = Set(
            dossier.records.filter { $0.recordClass == .project && !$0.isAbsent }.map(\.id))
        for axes in Coverage.Axes.all {
            let grid = try dataset.coverage(Filter(), axes, listsProjects: true)
            let placed = Set(grid.rows.flatMap(\.cells).flatMap { $0.ids ?? [] })
            let unplaced = Set(grid.unplaced.ids ?? [])
            #expect(placed.isDisjoint(with: unplaced))
            #expect(placed.union(unplaced) == wanted, "\(axes.title.string)")
            #expect(grid.unplaced.projects == unplaced.count && grid.projects == wanted.count)
        }
    }

    @Test("tallies are what a plain count of the records gives", arguments: 1...4 as ClosedRange<UInt64>)
    func plain(seed: UInt64) throws {
        let dossier = Self.dossier(seed)
        let plain = PlainCoverage(dossier)
        let dataset = try IndexCompiler.compile(dossier)
        for axes in Coverage.Axes.all {
            let grid = try dataset.coverage(Filter(), axes, listsProjects: true)
            for row in grid.rows {
                for cell in row.cells {
                    let year = Int(grid.columns[cell.column].id)
                    let wanted = plain.tally(cell.ids ?? [], in: axes.columns == .year ? year : nil)
                    #expect(cell.tally == wanted, "\(axes.title.string), \(row.id) × \(cell.column)")
                }
            }
        }
    }

    @Test("it does not depend on the order of the records", arguments: Coverage.Order.allCases)
    func order(order: Coverage.Order) throws {
        var dossier = Self.dossier(3)
        var random = SeededGenerator(seed: 11)
        func picture() throws -> [String] {
            var view = View(.coverage)
            view.sort = View.Sort(order.rawValue)
            let dataset = try IndexCompiler.compile(dossier)
            return try Coverage.Axes.all.flatMap { axes in
                view.axes = axes
                let grid = try dataset.coverage(view, listsProjects: true)
                return [grid.columns.map(\.id).joined(separator: " ")]
                    + grid.rows.map { "\($0.id) \($0.total) \($0.unplaced) \($0.cells)" }
            }
        }
        let first = try picture()
        for _ in 0..<2 {
            dossier.records.shuffle(using: &random)
            #expect(try picture() == first)
        }
    }

    @Test("a date that is less certain takes no possible project from a cell and adds no certain one")
    func widening() throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            let before = Self.dossier(seed)
            var after = before
            for index in after.records.indices where after.records[index].recordClass == .project {
                // `?` widens a date on both sides.
                guard let period = after.records[index].text("period"), period.contains(/^\d{4}\/\d{4}$/)
                else { continue }
                after.records[index].values["period"] = [Value(period.replacing("/", with: "?/") + "?")]
            }
            let narrow = try IndexCompiler.compile(before).coverage()
            let wide = try IndexCompiler.compile(after).coverage()
            for row in narrow.rows {
                let wider = wide.rows.first { $0.id == row.id }
                for cell in row.cells {
                    let year = narrow.columns[cell.column].id
                    let column = try #require(wide.columns.firstIndex { $0.id == year })
                    let other = try #require(wider?.cell(column)).tally
                    #expect(other.projects >= cell.tally.projects)
                    #expect((other.certain ?? 0) <= (cell.tally.certain ?? 0))
                    #expect(cell.tally.overlap == .none || other.overlap != .none)
                    #expect(other.overlap != .certain || cell.tally.overlap == .certain)
                }
            }
        }
    }
}

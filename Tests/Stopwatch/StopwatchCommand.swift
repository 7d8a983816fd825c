import ArgumentParser
import Foundation
import Model
import TUI

/// Measures an index: `swift run -c release stopwatch FILE`. Prints a Markdown table in milliseconds.
@main
struct StopwatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stopwatch", abstract: "Time what a user asks of an index.")

    @Argument(help: "An index.") var path: String
    @Option(help: "Only rows whose name contains this.") var only: String?
    @Flag(help: "Also with nothing of the file in memory.") var cold = false

    func run() throws {
        let watch = try Stopwatch(path: path, wanted: only, runsCold: cold)
        let subjects = try Subjects(watch.dataset)
        print("| milliseconds | cold | warm |\n| --- | ---: | ---: |")
        try watch.time("open") { _ in _ = try Dataset(path: path) }
        try lists(watch, subjects)
        try filters(watch, subjects)
        try search(watch)
        try charts(watch, subjects)
        try pages(watch, subjects)
        try frames(watch, subjects)
        if let size = Stopwatch.proportionalSetSize { print(String(format: "\n%.1f MB at the end", size)) }
    }

    /// What is asked about: large and small.
    struct Subjects {
        let donor: String
        let project: String
        let middle: String

        init(_ dataset: Dataset) throws {
            let donors = try dataset.list(.organisation).rows(0, 1).map(\.id)
            donor = donors.first ?? ""
            project = try dataset.list(.project).rows(77, 1).first?.id ?? ""
            middle = try dataset.list(.project, sort: View.Sort("title")).rows(5000, 1).first?.id ?? project
        }
    }

    private func lists(_ watch: Stopwatch, _ subjects: Subjects) throws {
        for recordClass in [RecordClass.project, .organisation, .flow] {
            try watch.time("\(recordClass) count") { _ = try $0.list(recordClass).count() }
            for column in recordClass.columns {
                for descending in [false, true] {
                    let sort = View.Sort(column.key, descending: descending)
                    let name = "\(recordClass) by \(column.key)\(descending ? " descending" : "")"
                    try watch.time("\(name): first window") {
                        _ = try $0.list(recordClass, sort: sort).rows(0, 40)
                    }
                }
            }
            let sort = recordClass.defaultSort
            try watch.time("\(recordClass): last window") {
                let list = $0.list(recordClass, sort: sort)
                _ = try list.rows(max(0, list.count() - 40), 40)
            }
        }
        try watch.time("project by donors: last window") {
            _ = try $0.list(.project, sort: View.Sort("donors")).rows(
                max(0, $0.list(.project).count() - 40), 40)
        }
        try watch.time("project: position") { _ = try $0.list(.project).position(of: subjects.middle) }
        try watch.time("project by title: position") {
            _ = try $0.list(.project, sort: View.Sort("title")).position(of: subjects.middle)
        }
    }

    private func filters(_ watch: Stopwatch, _ subjects: Subjects) throws {
        var filters: [(String, Filter)] = []
        filters.append(("large donor", Filter().adding(.donor, subjects.donor)))
        filters.append(("large implementer", Filter().adding(.implementer, subjects.donor)))
        filters.append(("country kg", Filter().adding(.country, "kg")))
        filters.append(("theme dac-311", Filter().adding(.theme, "dac-311")))
        filters.append(("kg and dac-311", Filter().adding(.country, "kg").adding(.theme, "dac-311")))
        var dated = Filter()
        (dated.from, dated.to) = ("2020", "2020")
        filters.append(("in 2020", dated))
        filters.append(("kg in 2020", dated.adding(.country, "kg")))
        var closed = Filter()
        closed.status = "closed"
        filters.append(("status closed", closed))
        var programmes = Filter()
        programmes.kind = "programme"
        filters.append(("kind programme", programmes))
        for (name, filter) in filters {
            try watch.time("projects, \(name): count") { _ = try $0.list(.project, filter: filter).count() }
            try watch.time("projects, \(name): first window") {
                _ = try $0.list(.project, filter: filter).rows(0, 40)
            }
            try watch.time("projects, \(name): by donors") {
                _ = try $0.list(.project, filter: filter, sort: View.Sort("donors")).rows(0, 40)
            }
            try watch.time("projects, \(name): facets") { _ = try $0.facets(.project, filter) }
        }
        try watch.time("facets of all projects") { _ = try $0.facets(.project, Filter()) }
        try watch.time("facets of all organisations") { _ = try $0.facets(.organisation, Filter()) }
    }

    private func search(_ watch: Stopwatch) throws {
        for words in [
            "agri", "agriculture", "a", "wat", "water", "support", "p-77", "water kyrgyz", "zzzz",
            "development of",
        ] {
            try watch.time("find \(words)") { _ = try $0.find(words) }
            var filter = Filter()
            filter.text = words
            try watch.time("projects / \(words)") {
                let list = $0.list(.project, filter: filter)
                _ = try list.count()
                _ = try list.rows(0, 40)
            }
        }
        for name in ["p-77", "water", "no such name", "agricultural development"] {
            try watch.time("resolve \(name)") { _ = try? $0.resolve(name) }
        }
    }

    private func charts(_ watch: Stopwatch, _ subjects: Subjects) throws {
        try watch.time("overview") { _ = try $0.overview() }
        try watch.time("overview kg") { _ = try $0.overview(Filter().adding(.country, "kg")) }
        for axes in Coverage.Axes.all.prefix(4) {
            try watch.time("coverage \(axes.title.string)") { _ = try $0.coverage(Filter(), axes) }
        }
        try watch.time("coverage theme × year kg") { _ = try $0.coverage(Filter().adding(.country, "kg")) }
    }

    private func pages(_ watch: Stopwatch, _ subjects: Subjects) throws {
        for id in [subjects.project, subjects.donor, "kg"] {
            try watch.time("page of \(id)") {
                _ = try PaneFactory(dataset: $0, notes: nil).page(id)
            }
            try watch.time("chain of \(id)") { _ = try $0.chain(id) }
        }
        try watch.time("conflicts documented") { _ = try $0.conflicts() }
        try watch.time("conflicts of a project, computed") {
            var request = OverlapRegister.Request()
            request.subject = subjects.project
            _ = try $0.overlaps(request)
        }
    }

    private func frames(_ watch: Stopwatch, _ subjects: Subjects) throws {
        for kind in [
            View.Kind.overview, .projects, .organisations, .timeline, .coverage, .conflicts, .continuity,
        ] {
            try watch.time("first frame of \(kind)") { dataset in
                let explorer = try explorer(dataset, View(kind))
                _ = explorer.render(Size(120, 40))
            }
        }
        try watch.time("first frame of chain \(subjects.donor)") { dataset in
            _ = try explorer(dataset, View(.chain, subjects.donor)).render(Size(120, 40))
        }
    }

    private func explorer(_ dataset: Dataset, _ view: View) throws -> Explorer {
        try Explorer(
            factory: PaneFactory(dataset: dataset, notes: nil), view: view, size: Size(120, 40),
            parse: { _ in View(.overview) }, save: { _, _, _ in "" })
    }
}

import Formats
import Model
import TUI
import Testing

@testable import whofunds

@Suite("The grammar of views")
struct ViewGrammarTests {
    private static let dataset = Result {
        try IndexCompiler.compile(DossierReader.read(try DossierFiles(folder: Program.basin)).dossier)
    }

    private static func view(_ kind: View.Kind, _ change: (inout View) -> Void = { _ in }) -> View {
        var view =
            switch kind {
            case .show: View.record("clean-canals")
            case .chain: View(.chain, "clean-canals")
            case .find: View(.find, "water canals")
            default: View(kind)
            }
        change(&view)
        return view
    }

    /// What a filter can add to a view: every option at least once.
    private static var filters: [(inout View) -> Void] {
        [
            { view in
                view.filter.ties = [
                    .project: ["clean-canals", "village-wells"], .organisation: ["northern-union"],
                    .donor: ["kestrel-foundation"], .implementer: ["river-trust", "hydra-institute"],
                    .country: ["velm"], .theme: ["water", "irrigation"],
                ]
                view.limit = 7
            },
            { view in
                view.filter.from = "2003?"
                view.filter.to = "2009-03~"
                view.filter.status = "closed"
                view.filter.kind = view.filteredClass.kinds.first?.terms.first ?? "any"
                view.filter.text = "it's a \"word\"; $HOME `x` \\ *"
            },
            { view in
                view.filter.ties = [.theme: ["irrigation"]]
                view.filter.text = "-dash --from 2003 Речной"
                view.limit = 0
            },
            { $0.filter.to = "2009" },
        ]
    }

    private static func views(_ kind: View.Kind) -> [View] {
        if kind == .show || kind == .notes { return [view(kind)] }
        var views = [view(kind)] + filters.map { view(kind, $0) }
        for (index, column) in (kind.listedClass?.columns ?? []).enumerated() {
            views.append(view(kind) { $0.sort = View.Sort(column.key, descending: index % 2 == 0) })
        }
        switch kind {
        case .timeline:
            for lanes in View.Lanes.allCases { views.append(view(kind) { $0.lanes = lanes }) }
            views.append(view(kind) { $0.window = "2005-01/2009-12" })
        case .chain:
            views.append(view(kind) { $0.isTree = true })
            views.append(view(kind) { $0.subject = "velm" })
            for rule in CountingRule.allCases { views.append(view(kind) { $0.rule = rule }) }
            views.append(
                view(kind) {
                    $0.isAccount = true
                    $0.rule = .net
                    $0.rates = ["USD:EUR=0.76@2010-06-30", "GBP:EUR=1.2@2010~"]
                })
        case .continuity:
            for subject in ["village-wells", "village-wells+delta-programme", "clean-canals+"] {
                views.append(view(kind) { $0.subject = subject })
            }
        case .conflicts:
            views.append(view(kind) { $0.subject = "river-trust" })
            views.append(view(kind) { $0.subject = "clean-canals" })
            views.append(view(kind) { $0.set(.computed, true) })
            views.append(view(kind) { $0.set(.documented, true) })
            views.append(
                view(kind) {
                    $0.components = [.months, .ties]
                    $0.threshold = 0.25
                    $0[.level] = "donor-donor"
                })
        case .coverage:
            for axes in Coverage.Axes.all { views.append(view(kind) { $0.axes = axes }) }
            for count in Coverage.Count.allCases { views.append(view(kind) { $0.count = count }) }
            for order in Coverage.Order.allCases {
                views.append(view(kind) { $0.sort = View.Sort(order.rawValue, descending: order == .name) })
            }
        case .measures: views += measures
        case .find:
            views.append(View(.find, "-dash first"))
            views.append(View(.find, "words --limit"))
            views.append(View(.find, "Орда"))
        default: break
        }
        return views
    }

    private static var measures: [View] {
        let settings: [(inout View) -> Void] = [
            { $0.subject = "river-trust" }, { $0.subject = "river-trust+hydra-institute" },
            { $0.measure = .herfindahl }, { ($0.measureLevel, $0[.by]) = (.implementer, "EUR") },
            { ($0.subject, $0.measure) = ("northern-union", .withdrawal) }, { $0[.by] = "projects" },
            { ($0.isMatrix, $0.measure) = (true, .countryNicheOverlap) },
        ]
        return settings.map { view(.measures, $0) }
    }

    @Test("Two organisations are two names, or two joined by a plus sign; one name may have several words")
    func measured() throws {
        let dataset = try Self.dataset.get()
        func subject(_ line: String...) throws -> String? {
            try WhoFunds.view(["measures"] + line, dataset).subject
        }
        #expect(try subject("river", "trust") == "river-trust")
        #expect(try subject("river-trust", "hydra-institute") == "river-trust+hydra-institute")
        #expect(try subject("River", "Trust", "Hydra", "Institute") == "river-trust+hydra-institute")
        #expect(try subject("hydra institute+river trust") == "hydra-institute+river-trust")
        #expect(throws: (any Error).self) { try subject("river-trust", "river-trust") }
        #expect(throws: (any Error).self) { try subject("clean-canals") }
    }

    @Test("The words of a view, read by the command line, give the view back", arguments: View.Kind.allCases)
    func roundTrip(kind: View.Kind) throws {
        let dataset = try Self.dataset.get()
        for view in Self.views(kind) {
            do {
                #expect(try WhoFunds.view(view.arguments, dataset) == view, "\(view.command)")
            } catch {
                Issue.record("\(view.command): \(error)")
            }
        }
    }

    @Test("The one line of a view, split by a shell, gives its words", arguments: View.Kind.allCases)
    func shell(kind: View.Kind) throws {
        let views = Self.views(kind)
        let script = views.map { "printf '%s\\0' \($0.command)" }.joined(separator: "\n")
        let printed = try Program.shell(script).output.split(
            separator: "\0", omittingEmptySubsequences: false)
        #expect(printed.dropLast().map(String.init) == views.flatMap(\.arguments))
    }

    @Test("Names are resolved to ids, so that the view does not depend on how it was asked for")
    func names() throws {
        let view = try WhoFunds.view(
            ["projects", "--donor", "Northern Union", "--theme", "Irrigation"], Self.dataset.get())
        #expect(view.arguments == ["projects", "--donor", "northern-union", "--theme", "irrigation"])
    }

    @Test("Every kind of view has its command", arguments: View.Kind.allCases)
    func commands(kind: View.Kind) throws {
        #expect(try WhoFunds.view(Self.view(kind).arguments, Self.dataset.get()).kind == kind)
    }
}

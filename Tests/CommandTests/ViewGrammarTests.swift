import Formats
import Model
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

    /// Changes that a filter can make to a view, one after the other and all together.
    private static var filters: [(inout View) -> Void] {
        [
            { $0.filter.ties[.project] = ["clean-canals", "village-wells"] },
            { $0.filter.ties[.organisation] = ["northern-union"] },
            { $0.filter.ties[.donor] = ["kestrel-foundation"] },
            { $0.filter.ties[.implementer] = ["river-trust", "hydra-institute"] },
            { $0.filter.ties[.country] = ["velm"] },
            { $0.filter.ties[.theme] = ["water", "irrigation"] },
            { $0.filter.from = "2005-03" },
            { $0.filter.to = "2009~" },
            { $0.filter.status = "closed" },
            { $0.filter.kind = "project" },
            { $0.filter.text = "it's a \"word\"; $HOME `x` \\ *" },
            { $0.filter.text = "-dash --from 2003" },
            { $0.limit = 7 },
            { view in
                view.filter.ties = [.donor: ["northern-union"], .theme: ["irrigation"]]
                view.filter.from = "2003?"
                view.filter.to = "2012"
                view.filter.text = "Речной фонд"
                view.limit = 0
            },
        ]
    }

    private static func views(_ kind: View.Kind) -> [View] {
        if kind == .show || kind == .notes { return [view(kind)] }
        var views = [view(kind)] + filters.map { view(kind, $0) }
        for column in kind.listedClass?.columns ?? [] {
            views.append(view(kind) { $0.sort = View.Sort(column.key) })
            views.append(view(kind) { $0.sort = View.Sort(column.key, descending: true) })
        }
        switch kind {
        case .timeline:
            for lanes in View.Lanes.allCases { views.append(view(kind) { $0.lanes = lanes }) }
            views.append(view(kind) { $0.window = "2005-01/2009-12" })
        case .chain:
            views.append(view(kind) { $0.isTree = true })
            views.append(view(kind) { $0.subject = "velm" })
        case .conflicts:
            views.append(view(kind) { $0.subject = "river-trust" })
            views.append(view(kind) { $0.subject = "clean-canals" })
        case .find:
            views.append(View(.find, "-dash first"))
            views.append(View(.find, "words --limit"))
            views.append(View(.find, "Орда"))
        default: break
        }
        return views
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

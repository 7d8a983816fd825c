import Model

/// A funding chain: graph or tree, with a selected node.
package struct ChainPane: Pane {
    package private(set) var view: View
    package let scope = KeyBinding.Scope.chain
    package let crumbs: [SafeText]
    private let chain: Chain

    package init(view: View, dataset: Dataset) throws {
        let id = try dataset.resolve(view.subject ?? "")
        self.view = view
        self.view.subject = id
        chain = try dataset.chain(id, view.filter)
        crumbs = ["Chain", try dataset.names(of: [id])[id]?.short ?? SafeText(id)]
    }
    package var place: SafeText { "" }
    package var selection: String? { chain.subject }
    package mutating func prepare(_ size: Size) {}
    package mutating func perform(_ action: Action) -> Reaction { .ignored }
    package func draw(into canvas: inout Canvas, _ rect: Rect) {
        canvas.draw(picture(width: rect.width), in: rect)
    }
    package func picture(width: Int) -> Canvas { ChainChart.print(chain, width: width) }
    package func printed(width: Int) -> String { picture(width: width).text }
}

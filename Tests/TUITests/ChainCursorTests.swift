import Model
import Testing

@testable import TUI

@Suite("Walking along a chain")
struct ChainCursorTests {
    private let layout = ChainLayout(ChainSample.centralAsia, width: 120)

    private func walk(_ start: String, _ moves: ChainCursor.Move...) -> [String] {
        var cursor = ChainCursor(layout.chain, at: start)
        return moves.map { move in
            cursor.move(move, in: layout)
            return cursor.node
        }
    }

    @Test("it starts at the subject, or at the first node if there is none")
    func start() {
        #expect(ChainCursor(layout.chain).node == "ilo")
        #expect(ChainCursor(layout.chain, at: "kg").node == "kg")
        var chain = ChainSample.centralAsia
        chain.subject = "elsewhere"
        #expect(ChainCursor(chain).node == "ec")
        #expect(ChainCursor(Chain(subject: "", nodes: [], flows: [])).node == "")
    }

    @Test("right and left follow the lines to the nearest name")
    func along() {
        #expect(walk("ec", .right, .right, .right) == ["aeneas", "almaty", "iom-kz"])
        #expect(walk("undp", .left, .left) == ["ec", "ec"])
    }

    @Test("left goes back the way one came, and right forth again")
    func back() {
        #expect(walk("un-women", .right, .right, .left, .left) == ["carmp", "tj", "carmp", "un-women"])
        #expect(walk("kg", .left, .left, .right, .right) == ["bomca", "undp", "bomca", "kg"])
    }

    @Test("up and down go through a layer and on to the next")
    func layers() {
        #expect(walk("ec", .down, .down, .down) == ["uk", "dfid", "aeneas"])
        #expect(walk("aeneas", .up, .up, .up, .up) == ["dfid", "uk", "ec", "ec"])
    }

    @Test("a step aside forgets the way")
    func forget() {
        #expect(walk("un-women", .right, .up, .down, .left) == ["carmp", "bomca", "carmp", "iom"])
    }

    @Test("flows are looked at one after another, then none")
    func flows() {
        var cursor = ChainCursor(layout.chain, at: "aeneas")
        #expect(cursor.selectedFlow(in: layout.chain) == nil)
        var targets: [String?] = []
        for _ in 0..<4 {
            cursor.nextFlow(in: layout.chain)
            targets.append(cursor.selectedFlow(in: layout.chain).map { "\($0.from)-\($0.to)" })
        }
        #expect(targets == ["ec-aeneas", "aeneas-ilo", "aeneas-almaty", nil])
    }

    @Test("the flow that is looked at stands out from the path")
    func chosen() throws {
        var cursor = ChainCursor(layout.chain, at: "undp")
        cursor.nextFlow(in: layout.chain)
        let selection = try #require(cursor.selection(in: layout))
        let edge = layout.edges[try #require(selection.edge)]
        #expect(layout.nodes[edge.left].node.id == "ec" && layout.nodes[edge.right].node.id == "undp")
        var canvas = Canvas(Size(120, 20))
        ChainChart.draw(layout, on: &canvas, in: canvas.bounds, selection: selection)
        let undp = layout.nodes[edge.right].rect
        #expect(canvas[undp.x - 2, undp.y + 1].style == Style(.accent, bold: true))
        #expect(canvas[undp.right + 1, undp.y + 1].style == .accent)
    }

    @Test("the picture is panned no further than it reaches")
    func pan() {
        var cursor = ChainCursor(layout.chain)
        cursor.pan(1000, 1000, in: layout, Size(30, 5))
        #expect(cursor.offset == Point(layout.size.width - 30, layout.size.height - 5))
        cursor.pan(-2000, -2000, in: layout, Size(30, 5))
        #expect(cursor.offset == Point(0, 0))
    }

    @Test("a cell of a name leads to its node")
    func pointing() throws {
        let bomca = try #require(layout.index(of: "bomca"))
        let rect = layout.nodes[bomca].rect
        #expect(layout.node(at: Point(rect.x + 2, rect.y)) == bomca)
        #expect(layout.node(at: Point(rect.x - 1, rect.y)) == nil)
    }
}

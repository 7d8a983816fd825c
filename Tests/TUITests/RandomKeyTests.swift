import Testing

@testable import TUI

@Suite("Random keys")
struct RandomKeyTests {
    private static let keys: [Key] =
        KeyBinding.table.flatMap(\.keys)
        + "aeinorstлфы水\u{301}🧪 0189%~".map(Key.character)
        + [.function(7), .delete, .control("w"), .control("k"), .alt("x"), .enter, .enter, .escape]

    private static let sizes = [
        Size(80, 24), Size(120, 40), Size(40, 10), Size(20, 5), Size(5, 3), Size(1, 1), Size(0, 0),
        Size(79, 2),
    ]

    @Test(
        "never crash, never lose the screen's size, never break a picture",
        arguments: 1...8 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var explorer = try BasinDossier.explorer(notes: try BasinDossier.notes())
        var size = Size(80, 24)
        var trail: [Key] = []
        for step in 1...600 {
            guard let key = Self.keys.randomElement(using: &random) else { return }
            trail = trail.suffix(11) + [key]
            _ = explorer.update(.key(key))
            if step % 97 == 0 {
                size = Self.sizes.randomElement(using: &random) ?? size
                _ = explorer.update(.resized(size))
            }
            if step % 53 == 0 {
                let point = Point(
                    Int.random(in: -2...130, using: &random), Int.random(in: -2...45, using: &random))
                _ = explorer.update(.mouse(.press, point))
            }
            guard step % 20 == 0 else { continue }
            let canvas = explorer.render(size)
            let faults = CanvasSoundness.faults(of: canvas)
            guard canvas.size == size, faults.isEmpty else {
                Issue.record("seed \(seed), step \(step): \(faults) at \(size) after \(trail)")
                return
            }
        }
    }
}

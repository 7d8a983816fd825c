/// How the screen is divided: first line, chips, the pane, the view's command, the keys. What does not fit
/// goes, the pane last.
struct Frames {
    let head: Rect
    let chips: Rect
    let upperRule: Rect
    let main: Rect
    let lowerRule: Rect
    let command: Rect
    let keys: Rect

    init(_ size: Size, hasChips: Bool) {
        let all = Rect(size)
        let height = size.height
        var rest: Rect
        (head, rest) = all.splitTop(height >= 3 ? 1 : 0)
        (chips, rest) = rest.splitTop(hasChips && height >= 9 ? 1 : 0)
        (upperRule, rest) = rest.splitTop(height >= 16 ? 1 : 0)
        (rest, keys) = rest.splitBottom(height >= 2 ? 1 : 0)
        (rest, command) = rest.splitBottom(height >= 12 ? 1 : 0)
        (rest, lowerRule) = rest.splitBottom(height >= 16 ? 1 : 0)
        let (_, inner) = rest.splitLeft(size.width >= 20 ? 1 : 0)
        main = Rect(inner.x, inner.y, inner.width - (size.width >= 20 ? 1 : 0), inner.height)
    }
}

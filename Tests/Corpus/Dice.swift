import Chance

/// Random choices that depend only on a seed, on what is decided and on which one it is, so that any project of
/// a corpus can be made anew without those before it.
struct Dice: RandomNumberGenerator {
    /// What is decided: each kind of thing has its own numbers.
    enum Matter: UInt64 { case core = 1, dates, text, project, organisation, flow, relation, other }

    private var numbers: SeededGenerator

    init(_ seed: UInt64, _ matter: Matter, _ index: Int) {
        let stream = SeededGenerator.mixed(
            seed &* 0x9E37_79B9_7F4A_7C15 ^ matter.rawValue &* 0xD1B5_4A32_D192_ED03)
        numbers = SeededGenerator(
            seed: SeededGenerator.mixed(stream ^ UInt64(truncatingIfNeeded: index)))
    }

    mutating func next() -> UInt64 { numbers.next() }

    /// True in so many of a hundred cases.
    mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// From 0 to 1, without 1.
    mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(0...choices.count - 1)] }

    /// One of the choices, each as often as its weight says.
    mutating func pick<Element>(weighted choices: [(Element, Int)]) -> Element {
        var rest = number(0...choices.reduce(0) { $0 + $1.1 } - 1)
        for (choice, weight) in choices.dropLast() {
            if rest < weight { return choice }
            rest -= weight
        }
        return choices[choices.count - 1].0
    }
}

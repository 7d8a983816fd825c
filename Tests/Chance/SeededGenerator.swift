/// Random numbers that come out the same in every run, so that a property that fails once fails again.
///
/// Source: G. Steele, D. Lea, C. Flood, *Fast splittable pseudorandom number generators*, 2014; in the form of
/// S. Vigna, SplitMix64 (2015), public domain.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number whose bits all depend on all bits of another; different numbers give different ones.
    package static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SeededGenerator {
    package mutating func pick<Element>(_ choices: [Element], or fallback: Element) -> Element {
        choices.randomElement(using: &self) ?? fallback
    }

    package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True in one of `many` cases.
    package mutating func once(in many: Int) -> Bool { number(1...many) == 1 }
}

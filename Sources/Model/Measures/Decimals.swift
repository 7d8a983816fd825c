import Foundation

/// Numbers as text, the same in every locale.
package enum Decimals {
    /// With so many decimals: `0.257`.
    package static func text(_ value: Double, _ places: Int) -> String {
        String(format: "%.\(places)f", value)
    }

    /// `1 project`, `2 projects`.
    package static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }

    /// With at most so many decimals: `12`, `11.5`, `0.333`.
    package static func short(_ value: Double, _ places: Int = 3) -> String {
        var text = text(value, places)
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}

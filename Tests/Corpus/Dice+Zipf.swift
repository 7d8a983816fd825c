import Foundation

extension Dice {
    /// A rank from 0 to `count` - 1; the chance of a rank falls as one over it: few are met all the time, most
    /// hardly ever. The inverse of the continuous distribution, ln(1 + r) / ln(1 + n), which needs no table.
    mutating func rank(of count: Int) -> Int {
        min(count - 1, Int(pow(Double(count) + 1, fraction())) - 1)
    }
}

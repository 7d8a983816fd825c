/// Which rules of IATI's standard an activity is held against.
package struct StandardVersion: Hashable, Sendable {
    /// 203 for 2.03.
    let number: Int

    static let known = ["1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03"]
    static let newest = StandardVersion(number: 203)
    static let newestOfOne = StandardVersion(number: 105)

    /// Since version 2.01 texts stand in `narrative` elements, children have an order and codes are numbers.
    var isTwo: Bool { number >= 200 }

    private init(number: Int) { self.number = number }

    /// The version that a file names; nil for one that there never was.
    init?(_ declared: String) {
        guard Self.known.contains(declared), let major = declared.first?.wholeNumberValue,
            let minor = declared.last?.wholeNumberValue
        else { return nil }
        number = major * 100 + minor
    }

    /// The version to hold an activity against: what its file names, else the newest of the generation that
    /// the activity is written in.
    init(declared: String?, activity: Element) {
        let declared = (declared ?? "").xmlTrimmed
        if let version = StandardVersion(declared) {
            self = version
        } else if declared.first == "1" {
            self = .newestOfOne
        } else if declared.first == "2" {
            self = .newest
        } else {
            let hasNarratives = activity.children.contains { $0.first(.narrative) != nil }
            self = hasNarratives ? .newest : .newestOfOne
        }
    }

    /// `2.03`.
    var text: String { "\(number / 100).0\(number % 100)" }
}

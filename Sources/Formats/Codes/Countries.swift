/// ISO 3166-1 alpha-2 country codes.
package enum Countries {
    package static func isCode(_ text: String) -> Bool { codes.contains(text) }

    /// The code that was probably meant by `text`: one in small letters, or one that the EU writes otherwise.
    package static func meant(by text: String) -> String? {
        let upper = text.uppercased()
        return isCode(upper) ? upper : ["UK": "GB", "EL": "GR"][upper]
    }

    /// IATI's list also has a code that ISO has withdrawn, the Netherlands Antilles, and one that it leaves to its
    /// users, Kosovo.
    private static let codes = Set(CodeList.country.codes).subtracting(["AN", "XK"])
}

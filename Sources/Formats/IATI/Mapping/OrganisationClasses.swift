/// References and names that stand for no one organisation.
enum OrganisationClasses {
    /// Whether a reference is a code of the CRS channel list for a class of organisations: `XM-DAC-63000`, private
    /// sector in a recipient country. `XM-DAC-44000`, the World Bank, is one organisation.
    static func isClass(_ reference: String) -> Bool {
        let code = reference.lowercased().hasPrefix("xm-dac-") ? reference.dropFirst(7) : Substring(reference)
        guard code.utf8.count == 5, CodeList.channel.contains(String(code)) else { return false }
        if wholes.contains(code.prefix(2)) { return true }
        return code.hasSuffix("000") && headings.contains(code.prefix(2))
    }

    /// Of these every code is a class: governments, the private sector, research, others.
    private static let wholes: Set<Substring> = ["11", "12", "13", "51", "52", "60", "61", "62", "63", "90"]

    /// Of these the heading is a class, and what stands under it are organisations.
    private static let headings: Set<Substring> = [
        "10", "20", "21", "22", "23", "30", "31", "32", "40", "41", "46", "47", "50",
    ]

    /// What some files write where a name is missing, folded.
    static let placeholders: Set<String> = [
        "n a", "na", "nan", "none", "null", "unknown", "not available", "not applicable", "other", "others",
        "various", "tbd", "miscellaneous",
    ]
}

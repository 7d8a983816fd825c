import Model

/// Text as LaTeX can have it.
enum LaTeX {
    /// `raw` for a field: sanitised, and with LaTeX's own characters escaped. Braces go as commands, because
    /// BibTeX counts them even behind a backslash.
    static func escaped(_ raw: String) -> String {
        var out = ""
        for character in SafeText(raw).string {
            switch character {
            case "&", "%", "$", "#", "_": out += "\\\(character)"
            case "\\": out += "\\textbackslash{}"
            case "{": out += "\\textbraceleft{}"
            case "}": out += "\\textbraceright{}"
            case "~": out += "\\textasciitilde{}"
            case "^": out += "\\textasciicircum{}"
            default: out.append(character)
            }
        }
        return out
    }

    /// A web address, which `\url` sets as it stands: only what would end the field is percent-encoded.
    static func address(_ raw: String) -> String {
        let codes: [Character: String] = ["{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\"": "%22"]
        return SafeText(raw).string.map { codes[$0] ?? String($0) }.joined()
    }

    /// An id without what may not stand in a key.
    static func key(_ raw: String) -> String {
        SafeText(raw).string.filter { !" {},\"#%~\\='()".contains($0) }
    }
}

import ArgumentParser
import Formats
import Model

/// Who reports what does not say itself who reports it.
struct ReportingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "IATI: identifier of the organisation that reports projects which name none; before their ids.",
            valueName: "ref"))
    var reportingOrg: String?

    @Option(help: ArgumentHelp("IATI: its name.", valueName: "name"))
    var reportingName: String?

    @Option(help: ArgumentHelp("IATI: its type, a code of the list OrganisationType.", valueName: "code"))
    var reportingType: String?

    @Option(help: ArgumentHelp("IATI: the language of texts that do not say theirs: en.", valueName: "code"))
    var language: String?

    var isGiven: Bool {
        reportingOrg != nil || reportingName != nil || reportingType != nil || language != nil
    }

    func validate() throws {
        if reportingOrg == nil, let other = reportingName ?? reportingType {
            throw ValidationError("«\(other)»: who? Add --reporting-org")
        }
        if let reportingOrg, reportingOrg.isEmpty || reportingOrg.contains(where: \.isWhitespace) {
            throw ValidationError("--reporting-org «\(reportingOrg)»: an identifier has no spaces")
        }
        if let reportingType, !CodeList.organisationType.contains(reportingType) {
            throw ValidationError(
                "--reporting-type «\(reportingType)»: choose from \(CodeList.organisationType.codes.joined(separator: ", "))"
            )
        }
        if let language, !CodeList.language.contains(language) {
            throw ValidationError(
                "--language «\(language)»: is no code of IATI's list of languages, such as en")
        }
    }

    /// Nil when none was asked for.
    var reporter: ActivityExport.Reporter? {
        reportingOrg.map {
            ActivityExport.Reporter(reference: $0, name: reportingName ?? $0, type: reportingType)
        }
    }
}

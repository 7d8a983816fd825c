import Testing

/// A sound activity with one thing changed, and what is told of it.
struct CheckCase: Sendable, CustomTestStringConvertible {
    let code: String
    let old: String
    let new: String
    let isError: Bool
    /// Beginning of the line of the changed file to which the problem points, if that is not where the change is.
    let place: String?

    init(_ code: String, _ old: String, _ new: String, warning: Bool = false, at place: String? = nil) {
        self.code = code
        self.old = old
        self.new = new
        isError = !warning
        self.place = place
    }

    var testDescription: String { "\(code): \(old.prefix(40)) → \(new.prefix(60))" }

    /// What the schema sees.
    static let structure: [CheckCase] = [
        CheckCase(
            "missing-element", "<iati-identifier>XM-EX-1-WATER</iati-identifier>\n", "", at: "<iati-activity "
        ),
        CheckCase("missing-element", "<activity-status code=\"2\"/>\n", "", at: "<iati-activity "),
        CheckCase("missing-element", "<narrative>River Fund</narrative>", ""),
        CheckCase("missing-element", "<transaction-type code=\"3\"/>", ""),
        CheckCase("missing-element", "<category code=\"A02\"/>", ""),
        CheckCase("missing-element", "<pos>40.5 72.8</pos>", ""),
        CheckCase(
            "too-many", "<capital-spend percentage=\"88.8\"/>",
            "<capital-spend percentage=\"8\"/><capital-spend percentage=\"9\"/>"),
        CheckCase(
            "too-many", "<period-start iso-date=\"2014-01-01\"/>",
            "<period-start iso-date=\"2014-01-01\"/><period-start iso-date=\"2014-01-01\"/>"),
        CheckCase(
            "wrong-order",
            "<activity-status code=\"2\"/>\n<activity-date type=\"1\" iso-date=\"2012-02-29\"/>",
            "<activity-date type=\"1\" iso-date=\"2012-02-29\"/>\n<activity-status code=\"2\"/>",
            at: "<activity-status"),
        CheckCase(
            "wrong-order", "<transaction><transaction-type code=\"3\"/>",
            "<transaction><x:note/><transaction-type code=\"3\"/>"),
        CheckCase(
            "unknown-element", "<capital-spend percentage=\"88.8\"/>", "<capital-spent percentage=\"88.8\"/>"),
        CheckCase("unknown-element", "<pos>40.5 72.8</pos>", "<pos>40.5 <b>72.8</b></pos>"),
        CheckCase("unknown-element", "</iati-activities>", "<activity/></iati-activities>"),
        CheckCase("missing-attribute", " version=\"2.03\"", "", at: "<iati-activities"),
        CheckCase(
            "missing-attribute", "<sector vocabulary=\"1\" code=\"12220\" ", "<sector vocabulary=\"1\" "),
        CheckCase("missing-attribute", "<transaction-date iso-date=\"2012-04-01\"/>", "<transaction-date/>"),
        CheckCase(
            "unknown-attribute", "<activity-status code=\"2\"/>", "<activity-status code=\"2\" cod=\"2\"/>"),
        CheckCase("unknown-attribute", "type=\"3\"/>\n<conditions", "type=\"3\" x:by=\"me\"/>\n<conditions"),
        CheckCase(
            "stray-text", "<activity-status code=\"2\"/>",
            "<activity-status code=\"2\">Running</activity-status>"),
        CheckCase("stray-text", "<title><narrative>Wells</", "<title>Wells<narrative>Wells</"),
        CheckCase("not-in-version", "version=\"2.03\"", "version=\"2.01\"", at: "<budget"),
        CheckCase("wrong-namespace", "<iati-activity ", "<iati-activity xmlns=\"https://example.org/iati\" "),
        CheckCase("bad-date", "type=\"1\" iso-date=\"2012-02-29\"", "type=\"1\" iso-date=\"2013-02-29\""),
        CheckCase("bad-date", "type=\"1\" iso-date=\"2012-02-29\"", "type=\"1\" iso-date=\"29/02/2012\""),
        CheckCase("bad-date", "type=\"1\" iso-date=\"2012-02-29\"", "type=\"1\" iso-date=\"\""),
        CheckCase(
            "bad-date", "generated-datetime=\"2020-01-02T03:04:05Z\"", "generated-datetime=\"2020-01-02\""),
        CheckCase("bad-number", ">1000</value>", ">1,000</value>"),
        CheckCase("bad-number", ">1000</value>", "></value>"),
        CheckCase("bad-number", "year=\"2011\"", "year=\"-2011\""),
        CheckCase("bad-number", "percentage=\"60\"", "percentage=\"60%\""),
        CheckCase("bad-boolean", "attached=\"1\"", "attached=\"yes\""),
        CheckCase("bad-address", "a%20b", "a%b"),
        CheckCase("bad-language", "xml:lang=\"fr\"", "xml:lang=\"French language\""),
    ]

    /// What the code lists and the rules see.
    static let standard: [CheckCase] = [
        CheckCase("unknown-version", "version=\"2.03\"", "version=\"2.04\""),
        CheckCase("unknown-code", "<activity-status code=\"2\"/>", "<activity-status code=\"9\"/>"),
        CheckCase(
            "unknown-code", "<recipient-country code=\"KG\"", "<recipient-country code=\"QQ\"", warning: true),
        CheckCase("unknown-code", "<sector code=\"14030\"", "<sector code=\"140\"", warning: true),
        CheckCase("unknown-code", "xml:lang=\"fr\"", "xml:lang=\"FR\"", warning: true),
        CheckCase("empty-value", "<activity-status code=\"2\"/>", "<activity-status code=\"\"/>"),
        CheckCase(
            "empty-value", "<participating-org role=\"4\">", "<participating-org role=\"4\" ref=\"\">",
            warning: true),
        CheckCase(
            "no-start-date",
            "<activity-date type=\"1\" iso-date=\"2012-02-29\"/>\n<activity-date type=\"2\" iso-date=\"2012-03-01\"/>\n",
            "", at: "<iati-activity "),
        CheckCase(
            "date-order", "iso-date=\"2014-12-31\"/>\n<recipient", "iso-date=\"2012-02-28\"/>\n<recipient"),
        CheckCase(
            "date-order", "<period-end iso-date=\"2012-12-31\"/><value",
            "<period-end iso-date=\"2011-12-31\"/><value"),
        CheckCase(
            "date-order", "<period-end iso-date=\"2012-12-31\"/><target",
            "<period-end iso-date=\"2011-12-31\"/><target"),
        CheckCase(
            "future-date", "<activity-date type=\"2\" iso-date=\"2012-03-01\"/>",
            "<activity-date type=\"2\" iso-date=\"2026-01-16\"/>"),
        CheckCase(
            "future-date", "<transaction-date iso-date=\"2012-04-01\"/>",
            "<transaction-date iso-date=\"2026-01-16\"/>"),
        CheckCase(
            "future-date", "last-updated-datetime=\"2020-01-01T00:00:00+06:00\"",
            "last-updated-datetime=\"2027-01-01T00:00:00+06:00\""),
        CheckCase(
            "long-budget", "<period-end iso-date=\"2012-12-31\"/><value",
            "<period-end iso-date=\"2013-01-02\"/><value"),
        CheckCase("percentage-sum", "percentage=\"60\"", "percentage=\"60.01\""),
        CheckCase("percentage-sum", "percentage=\"75.5\"", "percentage=\"75\""),
        CheckCase(
            "percentage-sum", "<sector vocabulary=\"99\" code=\"W\">",
            "<sector vocabulary=\"99\" code=\"W\" percentage=\"50\">"),
        CheckCase("percentage-missing", " percentage=\"60\"", "", at: "<recipient-country code=\"KG\""),
        CheckCase("percentage-range", "percentage=\"88.8\"", "percentage=\"188.8\""),
        CheckCase(
            "no-sector",
            "<sector code=\"14030\" percentage=\"75.5\"/>\n<sector vocabulary=\"1\" code=\"12220\" percentage=\"24.5\"/>\n<sector vocabulary=\"99\" code=\"W\"><narrative>Wells</narrative></sector>\n",
            "", at: "<iati-activity "),
        CheckCase("sector-twice", "</receiver-org>", "</receiver-org><sector code=\"14030\"/>"),
        CheckCase(
            "no-dac-sector",
            "<sector code=\"14030\" percentage=\"75.5\"/>\n<sector vocabulary=\"1\" code=\"12220\" percentage=\"24.5\"/>\n",
            "", warning: true, at: "<sector vocabulary=\"99\""),
        CheckCase(
            "own-code-unnamed", "<sector vocabulary=\"99\" code=\"W\"><narrative>Wells</narrative></sector>",
            "<sector vocabulary=\"99\" code=\"W\"/>"),
        CheckCase(
            "no-country",
            "<recipient-country code=\"KG\" percentage=\"60\"/>\n<recipient-country code=\"TJ\" percentage=\"40\"/>\n",
            "", at: "<iati-activity "),
        CheckCase("country-twice", "</receiver-org>", "</receiver-org><recipient-country code=\"KG\"/>"),
        CheckCase("no-significance", " significance=\"2\"", ""),
        CheckCase(
            "several-aid-types", "<default-aid-type code=\"C01\"/>",
            "<default-aid-type code=\"C01\"/><default-aid-type vocabulary=\"1\" code=\"D01\"/>", warning: true
        ),
        CheckCase(
            "no-dac-aid-type", "<default-aid-type code=\"C01\"/>",
            "<default-aid-type vocabulary=\"2\" code=\"1\"/>", warning: true),
        CheckCase("no-currency", " default-currency=\"EUR\"", "", at: "<budget"),
        CheckCase("no-language", " xml:lang=\"en\"", "", at: "<reporting-org"),
        CheckCase("empty-text", "<narrative>Wells are dug.</narrative>", "<narrative> </narrative>"),
        CheckCase(
            "unnamed-organisation",
            "<participating-org role=\"4\"><narrative>Diggers</narrative></participating-org>",
            "<participating-org role=\"4\"/>"),
        CheckCase("unnamed-organisation", "<owner-org ref=\"XM-EX-1\"/>", "<owner-org/>"),
        CheckCase(
            "unnamed-organisation", "<provider-org ref=\"XM-EX-2\"/>",
            "<provider-org provider-activity-id=\"A-1\"/>"),
        CheckCase("empty-identifier", ">XM-EX-1-WATER<", "><"),
        CheckCase("identifier-of-organisation", ">XM-EX-1-WATER<", ">XM-EX-1<"),
        CheckCase("identifier-prefix", ">XM-EX-1-WATER<", ">XM-EX-1WATER<", warning: true),
        CheckCase(
            "identifier-characters", "role=\"1\" type=\"10\" ref=\"XM-EX-2\"",
            "role=\"1\" type=\"10\" ref=\"XM/EX\"", warning: true),
        CheckCase("space-around", ">XM-EX-1-WATER<", "> XM-EX-1-WATER<", warning: true),
        CheckCase("space-around", "ref=\"XM-EX-1-OTHER\"", "ref=\"XM-EX-1-OTHER \"", warning: true),
        CheckCase("own-relation", "ref=\"XM-EX-1-OTHER\"", "ref=\"XM-EX-1-WATER\"", warning: true),
        CheckCase(
            "dangling-location", "<location ref=\"L1\"/></baseline>", "<location ref=\"L2\"/></baseline>",
            warning: true),
        CheckCase("no-value", "<actual value=\"8\"/>", "<actual/>"),
        CheckCase("bad-number", "<actual value=\"8\"/>", "<actual value=\"about 8\"/>", warning: true),
    ]
}

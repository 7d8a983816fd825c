import Model

@testable import Formats

/// A sound activity of each generation, which the tests break in one place.
enum CheckFixture {
    static let two = """
        <?xml version="1.0"?>
        <iati-activities version="2.03" generated-datetime="2020-01-02T03:04:05Z" xmlns:x="https://example.org/x">
        <iati-activity xml:lang="en" default-currency="EUR" last-updated-datetime="2020-01-01T00:00:00+06:00">
        <iati-identifier>XM-EX-1-WATER</iati-identifier>
        <reporting-org ref="XM-EX-1" type="40"><narrative>River Fund</narrative></reporting-org>
        <title><narrative>Wells</narrative><narrative xml:lang="fr">Puits</narrative></title>
        <description type="1"><narrative>Wells are dug.</narrative></description>
        <participating-org role="1" type="10" ref="XM-EX-2"/>
        <participating-org role="4"><narrative>Diggers</narrative></participating-org>
        <other-identifier ref="W-7" type="A1"><owner-org ref="XM-EX-1"/></other-identifier>
        <activity-status code="2"/>
        <activity-date type="1" iso-date="2012-02-29"/>
        <activity-date type="2" iso-date="2012-03-01"/>
        <activity-date type="3" iso-date="2014-12-31"/>
        <recipient-country code="KG" percentage="60"/>
        <recipient-country code="TJ" percentage="40"/>
        <location ref="L1"><name><narrative>Osh</narrative></name><point srsName="s"><pos>40.5 72.8</pos></point></location>
        <sector code="14030" percentage="75.5"/>
        <sector vocabulary="1" code="12220" percentage="24.5"/>
        <sector vocabulary="99" code="W"><narrative>Wells</narrative></sector>
        <policy-marker code="1" significance="2"/>
        <default-aid-type code="C01"/>
        <budget type="1" status="2"><period-start iso-date="2012-01-01"/><period-end iso-date="2012-12-31"/><value value-date="2012-01-01">1000</value></budget>
        <planned-disbursement><period-start iso-date="2014-01-01"/><value currency="USD" value-date="2014-01-01">5</value></planned-disbursement>
        <capital-spend percentage="88.8"/>
        <transaction><transaction-type code="3"/><transaction-date iso-date="2012-04-01"/><value value-date="2012-04-01">-12.50</value><provider-org ref="XM-EX-2"/><receiver-org><narrative>Diggers</narrative></receiver-org></transaction>
        <document-link url="https://example.org/a%20b" format="text/html"><title><narrative>Plan</narrative></title><category code="A02"/><language code="en"/></document-link>
        <related-activity ref="XM-EX-1-OTHER" type="3"/>
        <conditions attached="1"><condition type="1"><narrative>None.</narrative></condition></conditions>
        <result type="1"><title><narrative>Water</narrative></title><indicator measure="1"><title><narrative>Wells dug</narrative></title><baseline year="2011" value="0"><location ref="L1"/></baseline><period><period-start iso-date="2012-01-01"/><period-end iso-date="2012-12-31"/><target value="9"/><actual value="8"/></period></indicator></result>
        <fss extraction-date="2013-01-01"><forecast year="2014">10</forecast></fss>
        <x:note x:by="me">Of another namespace.</x:note>
        </iati-activity>
        </iati-activities>
        """

    static let one = """
        <?xml version="1.0"?>
        <iati-activities version="1.05" generated-datetime="2014-09-10T07:15:37Z">
        <iati-activity xml:lang="en" default-currency="EUR" version="1.05">
        <title>Wells</title>
        <reporting-org ref="XM-EX-1" type="40">River Fund</reporting-org>
        <iati-identifier>XM-EX-1-WATER</iati-identifier>
        <participating-org role="Funding" ref="XM-EX-2">River Fund</participating-org>
        <activity-date type="start-planned" iso-date="2012-01-01">About New Year</activity-date>
        <activity-date type="end-planned">Some day</activity-date>
        <activity-status code="2">Running</activity-status>
        <description>Wells are <x:em xmlns:x="https://example.org/x">dug</x:em>.</description>
        <recipient-country code="KG"/>
        <sector vocabulary="DAC" code="14030">Water</sector>
        <budget><period-start iso-date="2012-01-01"/><value value-date="2012-01-01">1000</value></budget>
        <transaction><value value-date="2012-04-01">12</value><transaction-type code="D"/></transaction>
        <activity-website>https://example.org</activity-website>
        </iati-activity>
        </iati-activities>
        """

    static let today = Day(year: 2026, month: 1, day: 15)

    static func check(_ xml: String, _ measure: StandardCheck.Measure = .standard) -> [Problem] {
        var check = StandardCheck(measure: measure, today: today, limit: 10_000)
        var problems: [Problem] = []
        check.check(.bytes(Array(xml.utf8), name: "file.xml")) { problems += $0 }
        return problems
    }
}

import Model

@testable import TUI

/// A chain modelled on EU migration projects in Central Asia.
enum ChainSample {
    static func money(_ value: Int, _ currency: String?, _ qualifier: String?) -> Money {
        Money(value: .init(value), currency: currency, qualifier: qualifier)
    }

    static func node(_ id: String, _ name: String, _ tier: Chain.Tier) -> Chain.Node {
        Chain.Node(
            id: id, recordClass: tier == .project ? .project : .organisation, name: SafeText(name), tier: tier
        )
    }

    static func flow(
        _ from: String, _ to: String, _ role: String, project: String? = nil, amounts: [Money] = [],
        known: String = "stated", absent: Bool = false, at: String = "§3.1 ¶7 n36"
    ) -> Chain.Flow {
        Chain.Flow(
            record: project ?? "\(from)-\(to)", from: from, to: to, role: SafeText(role), project: project,
            amounts: amounts, known: SafeText(known), isAbsent: absent,
            citations: [Citation(source: "korneev-2013", locator: Locator(at))])
    }

    static let centralAsia = Chain(
        subject: "ilo",
        nodes: [
            node("ec", "European Commission", .donor),
            node("uk", "UK", .donor),
            node("dfid", "DFID", .donor),
            node("aeneas", "AENEAS", .channel),
            node("almaty", "EC Delegation in Almaty", .channel),
            node("ilo", "ILO", .implementer),
            node("iom-kz", "IOM Kazakhstan", .implementer),
            node("undp", "UNDP", .implementer),
            node("iom", "IOM", .implementer),
            node("un-women", "UN Women", .implementer),
            node("world-bank", "World Bank", .implementer),
            node("towards", "Towards Sustainable Partnerships", .project),
            node("regulating", "Regulating Labour Migration", .project),
            node("calm", "CALM", .project),
            node("bomca", "BOMCA", .project),
            node("carmp", "CARMP", .project),
            node("kz", "Kazakhstan", .beneficiary),
            node("kg", "Kyrgyzstan", .beneficiary),
            node("tj", "Tajikistan", .beneficiary),
            node("ministries", "ministries of labour", .beneficiary),
        ],
        flows: [
            flow("ec", "aeneas", "funding"),
            flow("aeneas", "ilo", "extending"),
            flow("aeneas", "almaty", "extending"),
            flow("almaty", "iom-kz", "extending", project: "calm"),
            flow("ec", "undp", "funding", project: "bomca"),
            flow("uk", "dfid", "funding"),
            flow("dfid", "iom", "funding", project: "carmp"),
            flow("dfid", "un-women", "funding", project: "carmp", known: "inferred"),
            flow("dfid", "world-bank", "funding", project: "carmp", known: "inferred"),
            flow("dfid", "ilo", "funding", absent: true),
            flow("ilo", "towards", "implementing", amounts: [money(2_000_000, "EUR", "around")]),
            flow(
                "ilo", "regulating", "implementing",
                amounts: [money(1_800_000, "USD", "almost"), money(1_000_000, "EUR", "around")]),
            flow("iom-kz", "calm", "implementing"),
            flow("undp", "bomca", "implementing"),
            flow("iom", "carmp", "implementing"),
            flow("un-women", "carmp", "implementing", known: "inferred"),
            flow("world-bank", "carmp", "implementing", known: "inferred"),
            flow("towards", "ministries", "beneficiary"),
            flow("regulating", "ministries", "beneficiary"),
            flow("calm", "kz", "beneficiary"),
            flow("bomca", "kz", "beneficiary"),
            flow("bomca", "kg", "beneficiary"),
            flow("bomca", "tj", "beneficiary"),
            flow("carmp", "kz", "beneficiary"),
            flow("carmp", "kg", "beneficiary"),
            flow("carmp", "tj", "beneficiary"),
        ])
}

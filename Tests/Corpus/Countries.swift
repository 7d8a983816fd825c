/// Countries in regions and continents: `continent: region` on a line, its countries indented below it.
///
/// Source: UN M49 for the regions, ISO 3166-1 alpha-2 for the codes; names in short.
enum Countries {
    struct Country {
        let code: String
        let name: String
        let region: String
    }

    /// Regions, each with its continent.
    static let regions: [(name: String, continent: String)] = table.split(separator: "\n").compactMap {
        line in
        guard line.first != " " else { return nil }
        let words = line.split(separator: ": ").map(String.init)
        return words.count == 2 ? (words[1], words[0]) : nil
    }

    static let all: [Country] = {
        var region = ""
        return table.split(separator: "\n").flatMap { line -> [Country] in
            guard line.first == " " else {
                region = line.split(separator: ": ").last.map(String.init) ?? ""
                return []
            }
            return line.trimmingPrefix { $0 == " " }.split(separator: "; ").map { entry in
                Country(code: String(entry.prefix(2)), name: String(entry.dropFirst(3)), region: region)
            }
        }
    }()

    private static let table = """
        Africa: Northern Africa
          DZ Algeria; EG Egypt; LY Libya; MA Morocco; SD Sudan; TN Tunisia; EH Western Sahara
        Africa: Eastern Africa
          BI Burundi; KM Comoros; DJ Djibouti; ER Eritrea; ET Ethiopia; KE Kenya; MG Madagascar
          MW Malawi; MU Mauritius; MZ Mozambique; RW Rwanda; SC Seychelles; SO Somalia; SS South Sudan
          UG Uganda; TZ Tanzania; ZM Zambia; ZW Zimbabwe
        Africa: Middle Africa
          AO Angola; CM Cameroon; CF Central African Republic; TD Chad; CG Congo
          CD Democratic Republic of the Congo; GQ Equatorial Guinea; GA Gabon
          ST Sao Tome and Principe
        Africa: Southern Africa
          BW Botswana; SZ Eswatini; LS Lesotho; NA Namibia; ZA South Africa
        Africa: Western Africa
          BJ Benin; BF Burkina Faso; CV Cabo Verde; CI Côte d'Ivoire; GM Gambia; GH Ghana; GN Guinea
          GW Guinea-Bissau; LR Liberia; ML Mali; MR Mauritania; NE Niger; NG Nigeria; SN Senegal
          SL Sierra Leone; TG Togo; SH Saint Helena
        Americas: Caribbean
          AG Antigua and Barbuda; BS Bahamas; BB Barbados; CU Cuba; DM Dominica; DO Dominican Republic
          GD Grenada; HT Haiti; JM Jamaica; KN Saint Kitts and Nevis; LC Saint Lucia
          VC Saint Vincent and the Grenadines; TT Trinidad and Tobago; MS Montserrat
        Americas: Central America
          BZ Belize; CR Costa Rica; SV El Salvador; GT Guatemala; HN Honduras; MX Mexico; NI Nicaragua
          PA Panama
        Americas: South America
          AR Argentina; BO Bolivia; BR Brazil; CL Chile; CO Colombia; EC Ecuador; GY Guyana
          PY Paraguay; PE Peru; SR Suriname; UY Uruguay; VE Venezuela
        Americas: Northern America
          CA Canada; US United States
        Asia: Central Asia
          KZ Kazakhstan; KG Kyrgyzstan; TJ Tajikistan; TM Turkmenistan; UZ Uzbekistan
        Asia: Eastern Asia
          CN China; KP North Korea; KR South Korea; JP Japan; MN Mongolia
        Asia: South-Eastern Asia
          BN Brunei Darussalam; KH Cambodia; ID Indonesia; LA Laos; MY Malaysia; MM Myanmar
          PH Philippines; SG Singapore; TH Thailand; TL Timor-Leste; VN Viet Nam
        Asia: Southern Asia
          AF Afghanistan; BD Bangladesh; BT Bhutan; IN India; IR Iran; MV Maldives; NP Nepal
          PK Pakistan; LK Sri Lanka
        Asia: Western Asia
          AM Armenia; AZ Azerbaijan; BH Bahrain; CY Cyprus; GE Georgia; IQ Iraq; IL Israel; JO Jordan
          KW Kuwait; LB Lebanon; OM Oman; PS Palestine; QA Qatar; SA Saudi Arabia; SY Syria
          TR Türkiye; AE United Arab Emirates; YE Yemen
        Europe: Eastern Europe
          BY Belarus; BG Bulgaria; CZ Czechia; HU Hungary; MD Moldova; PL Poland; RO Romania
          RU Russia; SK Slovakia; UA Ukraine
        Europe: Northern Europe
          DK Denmark; EE Estonia; FI Finland; IS Iceland; IE Ireland; LV Latvia; LT Lithuania
          NO Norway; SE Sweden; GB United Kingdom
        Europe: Southern Europe
          AL Albania; AD Andorra; BA Bosnia and Herzegovina; HR Croatia; GR Greece; IT Italy; MT Malta
          ME Montenegro; MK North Macedonia; PT Portugal; RS Serbia; SI Slovenia; ES Spain; XK Kosovo
        Europe: Western Europe
          AT Austria; BE Belgium; FR France; DE Germany; LI Liechtenstein; LU Luxembourg; MC Monaco
          NL Netherlands; CH Switzerland
        Oceania: Melanesia
          FJ Fiji; PG Papua New Guinea; SB Solomon Islands; VU Vanuatu
        Oceania: Micronesia
          KI Kiribati; MH Marshall Islands; FM Micronesia; NR Nauru; PW Palau
        Oceania: Polynesia
          CK Cook Islands; NU Niue; WS Samoa; TO Tonga; TV Tuvalu; TK Tokelau; WF Wallis and Futuna
        Oceania: Australia and New Zealand
          AU Australia; NZ New Zealand
        """
}

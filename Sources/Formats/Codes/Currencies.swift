/// ISO 4217 alphabetic currency codes.
package enum Currencies {
    package static func isCode(_ text: String) -> Bool { current.contains(text) || withdrawn.contains(text) }

    /// The code that was probably meant by `text`: a sign, a code in small letters.
    package static func meant(by text: String) -> String? {
        if let code = signs[text] { return code }
        let upper = text.uppercased()
        return isCode(upper) ? upper : nil
    }

    private static let signs = [
        "€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "¥": "JPY", "₽": "RUB", "₸": "KZT",
    ]

    /// List one of ISO 4217: current currencies, funds and metals.
    private static let current = codes(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
        CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
        GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW
        KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN
        NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
        SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW
        UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX
        YER ZAR ZMW ZWG
        """)

    /// List three: currencies that amounts of earlier years are given in.
    private static let withdrawn = codes(
        """
        ADF ADP AFA ALK ANG AOK AON AOR ARA ARL ARM ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BOP BRB
        BRC BRE BRN BRR BUK BYB BYR CHC CNX CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM FRF GEK
        GHC GNE GNS GQE GRD GWE GWP HRD HRK IEP ILP ILR ISJ ITL LAJ LSM LTL LTT LUC LUF LUL LVL LVR MAF MGF
        MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI PES PLZ PTE RHD ROK ROL RUR SDD SDP SIT SKK SLL SRG
        STD SUR TJR TLE TMM TRL UAK UGS UGW USS UYN UYP VEB VEF VNC XEU XFO XFU XRE YDD YUD YUM YUN ZAL ZMK
        ZRN ZRZ ZWC ZWD ZWL ZWN ZWR
        """)

    private static func codes(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}

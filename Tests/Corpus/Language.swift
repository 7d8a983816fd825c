/// The languages in which names and titles are told, with words for a few topics.
enum Language: CaseIterable {
    case english, french, spanish, russian, arabic, chinese, hindi

    /// ISO 639-1.
    var code: String {
        switch self {
        case .english: "en"
        case .french: "fr"
        case .spanish: "es"
        case .russian: "ru"
        case .arabic: "ar"
        case .chinese: "zh"
        case .hindi: "hi"
        }
    }

    /// What people of a region would write beside English.
    static func spoken(in region: String, _ code: String) -> Language {
        switch region {
        case "Western Africa", "Middle Africa":
            ["GH", "GM", "LR", "NG", "SL", "SH", "CV", "GW", "AO", "ST", "GQ"].contains(code)
                ? .english : .french
        case "Central America", "South America":
            ["BZ", "GY", "SR", "BR"].contains(code) ? .english : .spanish
        case "Central Asia", "Eastern Europe": .russian
        case "Northern Africa", "Western Asia":
            ["AM", "AZ", "CY", "GE", "IL", "TR"].contains(code) ? .english : .arabic
        case "Eastern Asia": ["CN"].contains(code) ? .chinese : .english
        case "Southern Asia": ["IN", "NP"].contains(code) ? .hindi : .english
        default: .english
        }
    }

    /// What a DAC category is about, in a word or two.
    func topic(_ category: String) -> String {
        let index =
            switch category.prefix(2) {
            case "11": 0
            case "12", "13": 1
            case "14": 2
            case "15": 3
            case "16": 4
            case "21", "22": 5
            case "23": 6
            case "24", "25", "32", "33": 7
            case "31": 8
            case "41", "43": 9
            default: 10
            }
        return topics[index]
    }

    private var topics: [String] {
        switch self {
        case .english:
            [
                "education", "health", "water and sanitation", "public administration", "social protection",
                "transport", "energy", "enterprise", "agriculture", "environment", "emergency relief",
            ]
        case .french:
            [
                "éducation", "santé", "eau et assainissement", "administration publique",
                "protection sociale",
                "transports", "énergie", "entreprises", "agriculture", "environnement", "aide d'urgence",
            ]
        case .spanish:
            [
                "educación", "salud", "agua y saneamiento", "administración pública", "protección social",
                "transporte", "energía", "empresas", "agricultura", "medio ambiente", "ayuda de emergencia",
            ]
        case .russian:
            [
                "образования", "здравоохранения", "водоснабжения", "государственного управления",
                "социальной защиты", "транспорта", "энергетики", "предпринимательства",
                "сельского хозяйства",
                "охраны природы", "чрезвычайной помощи",
            ]
        case .arabic:
            [
                "التعليم", "الصحة", "المياه والصرف الصحي", "الإدارة العامة", "الحماية الاجتماعية",
                "النقل", "الطاقة", "المشاريع الصغيرة", "الزراعة", "البيئة", "الإغاثة الطارئة",
            ]
        case .chinese: ["教育", "卫生", "供水与环境卫生", "公共管理", "社会保护", "交通", "能源", "企业", "农业", "环境", "紧急救援"]
        case .hindi:
            [
                "शिक्षा", "स्वास्थ्य", "जल और स्वच्छता", "लोक प्रशासन", "सामाजिक सुरक्षा", "परिवहन",
                "ऊर्जा", "उद्यम", "कृषि", "पर्यावरण", "आपात राहत",
            ]
        }
    }

    /// A title for work on a topic; `%` stands for it.
    var titles: [String] {
        switch self {
        case .english:
            [
                "Strengthening %", "Support to %", "Capacity building for %", "Improving access to %",
                "% for rural communities", "Reform of %", "Local partnerships for %",
                "Technical assistance: %",
            ]
        case .french:
            ["Appui au secteur %", "Renforcement des capacités : %", "Projet %", "Coopération locale : %"]
        case .spanish:
            ["Fortalecimiento de %", "Apoyo local: %", "Mejora del acceso: %", "Programa de %"]
        case .russian: ["Поддержка %", "Развитие %", "Укрепление системы %"]
        case .arabic: ["دعم %", "تعزيز قطاع %", "تطوير %"]
        case .chinese: ["加强%", "支持%发展", "%能力建设"]
        case .hindi: ["% को सुदृढ़ करना", "% विकास", "% तक पहुँच"]
        }
    }

    /// An organisation's name; `%` stands for what it works on.
    var organisations: [String] {
        switch self {
        case .english:
            [
                "Institute of %", "Association for %", "% Trust", "% Initiative", "Centre for %",
                "Alliance for %",
                "Network for %", "% Action",
            ]
        case .french: ["Association pour %", "Centre de %", "Fondation %"]
        case .spanish: ["Fundación de %", "Asociación de %", "Red de %"]
        case .russian: ["Фонд развития %", "Центр %", "Ассоциация %"]
        case .arabic: ["مؤسسة %", "جمعية %", "مركز %"]
        case .chinese: ["%基金会", "%协会", "%发展中心"]
        case .hindi: ["% संस्था", "% न्यास", "% केन्द्र"]
        }
    }
}

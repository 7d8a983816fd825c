/// The measures: what each is called, by which formula, after whom, and what it can and cannot say.
package enum MeasureName: String, CaseIterable, Codable, Sendable {
    case projects, actors
    case herfindahl = "hhi"
    case effectiveNumber = "effective-number"
    case leadShare = "lead-share"
    case topThreeShare = "top-three-share"
    case share, presence, dependency, withdrawal
    case inDegree = "in-degree"
    case outDegree = "out-degree"
    case betweenness
    case themeOverlap = "theme-overlap"
    case themeNicheOverlap = "theme-niche-overlap"
    case countryOverlap = "country-overlap"
    case countryNicheOverlap = "country-niche-overlap"
    case jointPresence = "joint-presence"

    package var title: SafeText {
        switch self {
        case .projects: "projects"
        case .actors: "how many"
        case .herfindahl: "Herfindahl–Hirschman index"
        case .effectiveNumber: "effective number"
        case .leadShare: "share of the lead"
        case .topThreeShare: "share of the top three"
        case .share: "share"
        case .presence: "present at once, at most"
        case .dependency: "dependency on one funder"
        case .withdrawal: "projects it alone supports"
        case .inDegree: "paid by (in-degree)"
        case .outDegree: "pays (out-degree)"
        case .betweenness: "betweenness"
        case .themeOverlap: "overlap of themes"
        case .themeNicheOverlap: "niche overlap of themes"
        case .countryOverlap: "overlap of countries"
        case .countryNicheOverlap: "niche overlap of countries"
        case .jointPresence: "months of joint presence"
        }
    }

    package var formula: SafeText {
        switch self {
        case .projects: "N = number of projects that pass the filter"
        case .actors: "n = number of organisations in the role"
        case .herfindahl: "HHI = Σ sᵢ², sᵢ = wᵢ / Σ w; from 1/n (equal shares) to 1 (one alone)"
        case .effectiveNumber: "N₂ = 1 / Σ sᵢ²; from 1 to n"
        case .leadShare: "CR₁ = s₍₁₎, the largest sᵢ = wᵢ / Σ w"
        case .topThreeShare: "CR₃ = s₍₁₎ + s₍₂₎ + s₍₃₎, the three largest sᵢ = wᵢ / Σ w"
        case .share: "sᵢ = wᵢ / Σ w"
        case .presence: "max over months m of |{i : a project of i runs in m}|"
        case .dependency: "d = max over funders j of Σₚ fⱼₚ / Σₚ Σⱼ fⱼₚ, p over the implementer’s projects"
        case .withdrawal: "|{p : the named donors of p are not none, and all are the donor or parts of it}|"
        case .inDegree: "kᵢₙ(v) = number of u with an edge u → v; normalised: kᵢₙ / (n − 1)"
        case .outDegree: "kₒᵤₜ(v) = number of u with an edge v → u; normalised: kₒᵤₜ / (n − 1)"
        case .betweenness:
            "C(v) = Σ σ(s,t|v) / σ(s,t) over s ≠ v ≠ t, ends not counted; normalised: C / ((n − 1)(n − 2))"
        case .themeOverlap, .countryOverlap: "Σₖ min(pₖ, qₖ) = 1 − ½ Σₖ |pₖ − qₖ|"
        case .themeNicheOverlap, .countryNicheOverlap: "O = Σₖ pₖ qₖ / √(Σₖ pₖ² · Σₖ qₖ²)"
        case .jointPresence: "|M(a) ∩ M(b)|, M(i) = months in which a project of i runs"
        }
    }

    package var source: SafeText {
        switch self {
        case .projects, .actors: "a count"
        case .herfindahl:
            "O. Herfindahl, Concentration in the Steel Industry (1950); A. Hirschman, National Power and the Structure of Foreign Trade (1945), there its root; A. Hirschman, The Paternity of an Index, American Economic Review 54 (1964). Of aid: A. Acharya, A. Fuzzo de Lima, M. Moore, Journal of Development Studies 42 (2006); S. Knack, A. Rahman, Journal of Development Economics 83 (2007)"
        case .effectiveNumber:
            "M. Hill, Diversity and evenness, Ecology 54 (1973), N₂; M. Laakso, R. Taagepera, Comparative Political Studies 12 (1979)"
        case .leadShare, .topThreeShare, .share:
            "concentration ratio CRₖ, as in M. Hall, N. Tideman, Measures of Concentration, JASA 62 (1967); for lead donors K. Gehring et al., World Development 99 (2017)"
        case .presence, .jointPresence: "definition of this program; months as docs/ANALYSIS.md defines them"
        case .dependency:
            "concentration ratio CR₁ over an implementer’s funders; why it may matter: J. Pfeffer, G. Salancik, The External Control of Organizations (1978)"
        case .withdrawal:
            "definition of this program: removal of one node and a count of what loses its only support"
        case .inDegree, .outDegree: "L. Freeman, Centrality in social networks, Social Networks 1 (1978/79)"
        case .betweenness:
            "L. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977); U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001)"
        case .themeOverlap, .countryOverlap:
            "T. Schoener, Ecology 49 (1968) and Ecology 51 (1970); also called the Czekanowski or Renkonen index"
        case .themeNicheOverlap, .countryNicheOverlap:
            "E. Pianka, The structure of lizard communities, Annual Review of Ecology and Systematics 4 (1973)"
        }
    }

    /// What the number can say and what it cannot.
    package var reading: SafeText {
        switch self {
        case .projects: "How much there is to count. What the dataset does not hold is not counted."
        case .actors: "Names in the role. Whoever the sources do not name is not counted."
        case .herfindahl, .effectiveNumber, .leadShare, .topThreeShare:
            "How evenly the projects, or the money, lie in few or many hands; 1/HHI is the number of equal hands that would give the same index. It does not say whether that helps or harms: findings differ by sector and by the measure taken (Gehring et al. 2017)."
        case .share: "The part of the field’s projects, or money, that is the organisation’s."
        case .presence, .jointPresence:
            "When organisations were there together, by the dates that the sources give. Not whether they met, helped or hindered each other."
        case .dependency:
            "How much of an implementer’s work one funder pays for, as far as funders are named. Money outside the dataset does not show."
        case .withdrawal:
            "What would be left without any named donor if this one left and nobody else stepped in. Who would step in is not known."
        case .inDegree, .outDegree: "How many pay it, or are paid by it, in this dataset; not how much."
        case .betweenness:
            "How often money between two others would go through it on a shortest way. The graph says who pays whom, not how much; a way in it need not be the way of one sum."
        case .themeOverlap, .themeNicheOverlap, .countryOverlap, .countryNicheOverlap:
            "How alike the two spread their projects. 0 is nothing in common, 1 the same spread. Likeness is neither rivalry nor cooperation; it does not ask when or where both were there."
        }
    }

    /// Measures of two organisations that can stand in a matrix.
    package static let matrices: [MeasureName] = [
        .themeOverlap, .themeNicheOverlap, .countryOverlap, .countryNicheOverlap,
    ]
}

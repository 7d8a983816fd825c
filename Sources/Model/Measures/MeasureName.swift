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
    case documentedFound = "documented-found"

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
        case .documentedFound: "documented rivalries found"
        }
    }

    package var formula: SafeText {
        switch self {
        case .projects: "number of projects that pass the filter"
        case .actors: "n = number of organisations in the role"
        case .herfindahl: "HHI = Σ s^2 over all shares s = w / Σ w; from 1/n (equal shares) to 1 (one alone)"
        case .effectiveNumber: "1 / Σ s^2; from 1 to n"
        case .leadShare: "the largest share s = w / Σ w"
        case .topThreeShare: "the sum of the three largest shares s = w / Σ w"
        case .share: "s = w / Σ w"
        case .presence: "the most organisations that have a project running in one and the same month"
        case .dependency: "the largest share of one funder in the funding of the implementer’s projects"
        case .withdrawal: "number of projects with named donors, all of them the donor or parts of it"
        case .inDegree: "number of nodes with an edge to it; normalised: divided by n − 1"
        case .outDegree: "number of nodes that it has an edge to; normalised: divided by n − 1"
        case .betweenness:
            "Σ paths(a, b through it) / paths(a, b) over all other a and b, shortest paths, ends not counted; normalised: divided by (n − 1)(n − 2)"
        case .themeOverlap, .countryOverlap:
            "Σ min(p, q) = 1 − Σ |p − q| / 2, over the shares p and q of both"
        case .themeNicheOverlap, .countryNicheOverlap:
            "Σ p·q / √(Σ p^2 · Σ q^2), over the shares p and q of both"
        case .jointPresence: "number of months in which both have a project running"
        case .documentedFound:
            "number of documented rivalries of which a pair of projects stands in the computed register"
        }
    }

    package var source: SafeText {
        switch self {
        case .projects, .actors: "a count"
        case .herfindahl:
            "O. Herfindahl, Concentration in the Steel Industry (1950); A. Hirschman, National Power and the Structure of Foreign Trade (1945), there its root; A. Hirschman, The Paternity of an Index, American Economic Review 54 (1964). Of aid: A. Acharya, A. Fuzzo de Lima, M. Moore, Journal of Development Studies 42 (2006); S. Knack, A. Rahman, Journal of Development Economics 83 (2007)"
        case .effectiveNumber:
            "M. Hill, Diversity and evenness, Ecology 54 (1973), its number of order 2; M. Laakso, R. Taagepera, Comparative Political Studies 12 (1979)"
        case .leadShare, .topThreeShare, .share:
            "concentration ratio, as in M. Hall, N. Tideman, Measures of Concentration, JASA 62 (1967); for lead donors K. Gehring et al., World Development 99 (2017)"
        case .presence, .jointPresence: "definition of this program; months as docs/ANALYSIS.md defines them"
        case .documentedFound:
            "definition of this program; recall, as C. Manning, P. Raghavan, H. Schütze, Introduction to Information Retrieval (2008), chapter 8"
        case .dependency:
            "concentration ratio of one, over an implementer’s funders; why it may matter: J. Pfeffer, G. Salancik, The External Control of Organizations (1978)"
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
        case .documentedFound:
            "How far what can be computed and what sources say meet. A rivalry over money or mandates need not be one of months, places and themes; and a source does not write down every overlap."
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

/// Themes as they are counted and compared: a theme of the kind `sector` (the codes of five digits of the OECD's
/// DAC) counts as the category (of three digits) that it stands in, as others count as themselves. Two projects in
/// neighbouring sectors of one category work in one field.
enum ThemeUnit {
    /// SQL: each such sector, and its category; of several, the first.
    static let pairs = """
        SELECT sector.key AS theme, min(category.key) AS unit FROM record sector
        JOIN containment ON containment.inner_record = sector.key
        JOIN record category ON category.key = containment.outer_record AND category.class = 'theme'
          AND category.kind = 'category'
        WHERE sector.class = 'theme' AND sector.kind = 'sector' GROUP BY sector.key
        """

    /// SQL: the sectors that count as another theme.
    static let counted = "SELECT theme FROM (\(pairs))"
}

import Model

/// On the page of a project or an organisation: the strongest of its computed overlaps.
enum OverlapSection {
    private static let listed = 3

    static func blocks(_ register: OverlapRegister?, of id: String) -> [Document.Block] {
        guard let register, !register.pairs.isEmpty else { return [] }
        var document = Document()
        document.heading("overlaps computed (\(register.pairs.count))")
        for pair in register.pairs.prefix(listed) {
            document.add(.item(OrganisationPairDocument.line(pair, register), indent: 0))
        }
        if register.pairs.count > listed {
            var view = View(.conflicts, id)
            view.set(.computed, true)
            document.add(.item([Document.Span("all of them", .link, target: view)], indent: 0))
        }
        return [.blank] + document.blocks
    }
}

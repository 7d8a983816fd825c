extension Array {
    /// Without those that stand beside a whole of themselves: a part beside its whole is no second one.
    ///
    /// Of a ring, in which each is part of the other, the first stays.
    ///
    /// - Parameter isPart: whether the first is part of the second, at any depth.
    func outermost(isPart: (Element, Element) -> Bool) -> [Element] {
        guard count > 1 else { return self }
        return enumerated().filter { place, one in
            !enumerated().contains { otherPlace, other in
                otherPlace != place && isPart(one, other) && (otherPlace < place || !isPart(other, one))
            }
        }.map(\.element)
    }
}

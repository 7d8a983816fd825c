extension Array where Element: Comparable {
    /// Puts its elements in ascending order, each once.
    mutating func sortUniquely() {
        sort()
        var count = 0
        // By index: whoever goes through the elements themselves holds them, and a change would copy all.
        for index in indices where count == 0 || self[count - 1] != self[index] {
            self[count] = self[index]
            count += 1
        }
        removeSubrange(count...)
    }
}

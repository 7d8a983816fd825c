import Model

extension StandardCheck {
    /// Reads a file and holds what is in it against the standard. What is found is handed to `tell` as reading
    /// goes on, but for what is only counted.
    package mutating func check(_ input: Input, tell: ([Problem]) -> Void) {
        begin(file: input.name)
        let outcome = try? ActivityReader(scope: .everything).read(input, file: input.name) { activity in
            // What broke off lacks parts that the file may have had; that it broke off is told.
            if activity.isComplete { check(activity.element, declared: activity.version) }
            tell(take())
        }
        if let outcome {
            end(frame: outcome.frame)
            for problem in outcome.problems { add(problem) }
        }
        files += 1
        tell(take())
    }
}

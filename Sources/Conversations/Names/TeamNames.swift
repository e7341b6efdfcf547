/// The names of the accounts that speak for us, to find who passes for one of them.
package struct TeamNames: Sendable {
    private struct Known: Hashable {
        var plain: String
        var platform: String
    }

    private var known: [String: Set<Known>] = [:]

    /// Shorter names are too common to be imitations. In letters of their skeleton.
    private static let shortest = 3

    package init() {}

    /// Adds an account's names: what is shown and the handle.
    package mutating func add(_ names: [String], platform: String) {
        for name in names {
            let known = Known(plain: Skeleton.plain(name), platform: platform)
            for form in Skeleton.forms(of: name) where form.count >= Self.shortest {
                self.known[form, default: []].insert(known)
            }
        }
    }

    /// Whether somebody who is not of the team can be taken for one of it: by a name that is written differently and
    /// looks the same, or on the team's own platform by the same name. The same name elsewhere is chance.
    package func isImitated(by names: [String], on platform: String) -> Bool {
        guard !known.isEmpty else { return false }
        return names.contains { name in
            guard !name.isEmpty else { return false }
            let plain = Skeleton.plain(name)
            return Skeleton.forms(of: name).contains { form in
                known[form, default: []].contains { $0.plain != plain || $0.platform == platform }
            }
        }
    }
}

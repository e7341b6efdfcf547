import Screen
import Store

extension AccessProblem {
    /// What is wrong with a file's access, and what to do.
    nonisolated package var sentence: Phrase {
        switch fact {
        case .mode(let found, let wanted):
            Phrase("%1 has the mode %2 and should have %3.", path, Self.octal(found), Self.octal(wanted))
        case .group(let found, let wanted):
            Phrase("%1 is of the group %2 and should be of %3.", path, found.name, wanted.name)
        case .closed(let group):
            Phrase("The group %2 cannot pass %1 on its way to the store. `chmod o+x %1` lets it.", path, group.name)
        }
    }

    /// Whether `lotse init` sets it right; otherwise that is for whoever owns the folders above the store.
    nonisolated package var isMendedByInit: Bool {
        if case .closed = fact { false } else { true }
    }

    nonisolated private static func octal(_ mode: UInt32) -> String {
        String(repeating: "0", count: mode < 0o1000 ? 1 : 0) + String(mode, radix: 8)
    }
}

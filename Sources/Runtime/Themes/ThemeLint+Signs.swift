import Conversations
import Panes
import Screen

nonisolated extension ThemeLint {
    /// All that is wrong with a theme.
    /// - Parameter forColorBlind: compares the states' colours as well, which have letters and need not differ.
    package func findings(_ theme: Theme, forColorBlind: Bool = false) -> [ThemeFinding] {
        contrast(of: theme) + signs(of: theme) + (forColorBlind ? confusion(in: theme) : [])
    }

    /// What stands in the same place with the same sign and differs by colour alone, or not at all.
    package func signs(of theme: Theme) -> [ThemeFinding] {
        Self.depths.flatMap { colors -> [ThemeFinding] in
            let theme = theme.reduced(to: colors)
            return Self.places.flatMap { signs in
                signs.indices.flatMap { index in
                    signs[..<index].filter { other in
                        other.text == signs[index].text
                            && theme[other.role].attributes == theme[signs[index].role].attributes
                    }.map { ThemeFinding(role: signs[index].role, colors: colors, fault: .colorAlone($0.role)) }
                }
            }
        }
    }

    /// What is written in a role.
    private struct Sign {
        var role: Role
        var text: String
    }

    /// Signs that stand in the same place and mean different things. An empty text: the words are anybody's.
    private static var places: [[Sign]] {
        [
            ConversationState.allCases.map { Sign(role: $0.role, text: sign($0.letter)) },
            Priority.allCases.map { Sign(role: $0.role, text: sign($0.mark)) },
            // Unread or read; in need of an answer or not.
            [Sign(role: .text, text: ""), Sign(role: .listUnread, text: "")],
            [Sign(role: .dim, text: ""), Sign(role: .listUnread, text: "")],
            // The same marker stands in the pane that has the keys and in the one that has not.
            [Sign(role: .listCursor, text: ""), Sign(role: .listCursorInactive, text: "")],
            [Sign(role: .statusMessage, text: ""), Sign(role: .statusError, text: "")],
        ]
    }

    /// As `LANG=C` shows it, in the one cell that it has: what is told apart there is told apart anywhere.
    private static func sign(_ text: String) -> String {
        SafeText(text).truncated(to: 1).ascii().plain
    }
}

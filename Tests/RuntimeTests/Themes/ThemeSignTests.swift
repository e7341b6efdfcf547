import Screen
import Testing

@testable import Runtime

@Suite struct ThemeSignTests {
    private func pairs(_ styles: [Role: Style]) -> Set<Set<Role>> {
        let theme = Theme(name: "t", styles: Theme.dark.styles.merging(styles) { $1 })
        return Set(
            ThemeLint().signs(of: theme).filter { $0.colors == 256 }.compactMap { finding in
                guard case .colorAlone(let other) = finding.fault else { return nil }
                return [finding.role, other]
            })
    }

    @Test func `states have letters, so that any colours will do`() {
        #expect(pairs(Dictionary(uniqueKeysWithValues: Role.states.map { ($0, Style.standard) })) == [])
    }

    @Test(
        arguments: [
            ([.listUnread: Style(foreground: .ansi(15))], [[.listUnread, .text], [.listUnread, .dim]]),
            (
                [.listCursor: Style(background: .ansi(4)), .listCursorInactive: Style(background: .ansi(8))],
                [[.listCursor, .listCursorInactive]]
            ),
            (
                [.statusError: Style(foreground: .ansi(1)), .statusMessage: Style(foreground: .ansi(2))],
                [[.statusError, .statusMessage]]
            ),
        ] as [([Role: Style], Set<Set<Role>>)])
    func `what has no sign of its own must differ by more than colour`(styles: [Role: Style], found: Set<Set<Role>>) {
        #expect(pairs(styles) == found)
    }

    @Test func `a finding is said in words and as JSON`() {
        let finding = ThemeFinding(
            role: .author, backdrop: .listCursor, colors: 16, palette: "Tango", shade: .dark,
            fault: .contrast(ratio: 4.499, needed: 4.5))
        #expect(
            Catalogue.english.say(finding.sentence(of: "t"))
                == "t: author + list.cursor (16, Tango dark): contrast 4.49, needed 4.50")
        #expect(
            finding.line(of: "t").text
                == #"{"theme":"t","role":"author","on":"list.cursor","depth":"16","palette":"Tango","background":"dark","#
                + #""finding":"contrast","other":null,"value":4.49,"needed":4.50}"#)
        let alike = ThemeFinding(
            role: .stateNew, colors: 1 << 24, fault: .alike(.stateOpen, .tritanopia, distance: 0.01, needed: 0.05))
        #expect(
            Catalogue.english.say(alike.sentence(of: "t"))
                == "t: state.new and state.open (rgb) look alike with tritanopia (blue)")
    }
}

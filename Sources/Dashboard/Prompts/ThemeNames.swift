import Screen

/// The names that a prompt for a theme offers. Moving through them changes the screen at once.
package struct ThemeNames: Equatable, Sendable {
    /// Sorted.
    package let all: [String]
    /// What is shown while nothing is chosen: the theme from before.
    let before: String

    /// The name that the typed text stands for.
    package func chosen(_ text: String) -> String {
        all.contains(text) ? text : before
    }

    /// The name that a key moves to; nil: the key does not move.
    func neighbour(of text: String, _ key: Key) -> String? {
        switch key {
        case .down, .control("n"): step(1, from: text)
        case .up, .control("p"): step(-1, from: text)
        default: nil
        }
    }

    /// What Tab makes of the text: more of a name, or the next name where there is none.
    func completed(_ text: String) -> String {
        let candidates = all.filter { $0.hasPrefix(text) }
        guard !text.isEmpty, !all.contains(text), let common = candidates.commonPrefix else {
            return step(1, from: text) ?? text
        }
        return common
    }

    private func step(_ count: Int, from text: String) -> String? {
        guard let index = all.firstIndex(of: chosen(text)) else { return all.first }
        return all[(index + count + all.count) % all.count]
    }
}

extension Dashboard {
    /// Asks for a theme; the screen follows what is pointed at.
    mutating func askTheme() -> [Effect] {
        let effects = ask(.theme)
        prompt?.themes = ThemeNames(all: settings.themes, before: theme)
        return effects
    }

    /// Whatever changed the prompt, the screen shows the theme that it points at now.
    func preview(since before: Prompt) -> [Effect] {
        guard let themes = before.themes else { return [] }
        let name = prompt.map { themes.chosen($0.editor.text) } ?? theme
        return name == themes.chosen(before.editor.text) ? [] : [.showTheme(name)]
    }

    /// A theme was chosen by name; an empty one leaves what is.
    mutating func choose(theme name: String) -> [Effect] {
        guard !name.isEmpty else { return [] }
        guard settings.themes.contains(name) else {
            status.fail(Phrase("there is no theme %1", name))
            return []
        }
        return [.keepTheme(name)]
    }

    /// The theme is in use.
    mutating func kept(theme name: String, lasts: Bool) {
        theme = name
        status.say(lasts ? Phrase("theme: %1", name) : Phrase("theme: %1, until lotse ends", name))
    }
}

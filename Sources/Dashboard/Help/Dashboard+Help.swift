import Conversations
import Screen

/// The keys of a place, and what looks for words in what lies over the panes.
extension Dashboard {
    mutating func toggleHelp() -> [Effect] {
        help = help == nil ? HelpOverlay(context: context) : nil
        return []
    }

    /// `/`: what it looks through is what is on top.
    mutating func askSearch() -> [Effect] {
        guard help != nil || sheet != nil else { return ask(.search) }
        let effects = ask(help == nil ? .sheetSearch : .helpFilter)
        if let filter = help?.filter { prompt?.editor = LineEditor(text: filter) }
        return effects
    }

    /// The help follows what is typed.
    mutating func filterHelp(since before: Prompt) {
        guard before.question == .helpFilter else { return }
        help?.show(only: prompt?.editor.text ?? "")
    }

    /// Jumps to the next line of the sheet that holds the words; at the end it goes on from the other end.
    mutating func searchSheet(_ words: String, _ direction: PageDirection) -> [Effect] {
        guard let sheet else { return [] }
        let wanted = words.isEmpty ? sheet.searched : words
        guard !wanted.isEmpty else {
            status.fail("nothing was searched yet; / searches")
            return []
        }
        let end = self.sheet?.search(wanted, direction, size: size, catalogue: settings.catalogue)
        switch end {
        case .found, nil: break
        case .wrapped: status.say(direction == .older ? "on from the top" : "on from the bottom")
        case .nothing: status.fail(Phrase("%1 is not in here", wanted))
        }
        return loadMoreHistory()
    }

    /// `:help TOPIC`: a page of the manual; the name of a command shows its place in the page of the commands.
    mutating func showManual(_ name: String) -> [Effect] {
        let wanted = name.lowercased()
        let exact = settings.manual.first { $0.name == wanted }
        if let topic = exact ?? settings.manual.first(where: { !wanted.isEmpty && $0.name.hasPrefix(wanted) }) {
            open(topic)
            return []
        }
        if Command(rawValue: wanted) != nil, let topic = settings.manual.first(where: { $0.name == "commands" }) {
            open(topic)
            return searchSheet(":" + wanted, .older)
        }
        let names = settings.manual.map(\.name).joined(separator: ", ")
        status.fail(Phrase("there is no topic %1; there is %2", name, names))
        return []
    }

    private mutating func open(_ topic: ManualTopic) {
        help = nil
        sheet = Sheet(.manual(topic.name))
        sheet?.show(topic.entries(settings.catalogue))
    }
}

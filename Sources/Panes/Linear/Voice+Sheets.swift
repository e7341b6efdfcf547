import Dashboard
import Screen

extension Voice {
    /// All of a sheet; of the history and the imports the selected item, which is moved to like a row.
    func sheet(_ sheet: Sheet) -> [SafeText] {
        guard sheet.isLoaded else { return [say("loading")] }
        let title = say(sheet.subject.title)
        switch sheet.subject {
        case .report: return [title] + sheet.lines(columns: Sheet.pairColumns - 1).compactMap(line) + item(sheet)
        case .person, .drafts: return [title] + sheet.lines(columns: 1_000_000).compactMap(line) + item(sheet)
        default: break
        }
        guard sheet.selected == nil else { return [title] + item(sheet) }
        return [title] + sheet.lines(columns: 1_000_000).compactMap(line)
    }

    /// The selected item, with its number and what stands below it.
    func item(_ sheet: Sheet) -> [SafeText] {
        var items: [(words: Phrase, texts: [SafeText])] = []
        for entry in sheet.entries {
            switch entry {
            case .item(let phrase, _): items.append((phrase, []))
            case .bar(let bar): items.append((bar.words, []))
            case .text(let raw) where !items.isEmpty: items[items.count - 1].texts += SafeText.lines(of: raw)
            default: break
            }
        }
        guard let selected = sheet.selected, items.indices.contains(selected) else { return [] }
        let head = say(Phrase("%1 of %2", selected + 1, items.count)) + SafeText(": ") + say(items[selected].words)
        return [head] + items[selected].texts
    }

    private func line(_ line: Sheet.Line) -> SafeText? {
        switch line {
        case .heading(let phrase), .line(let phrase), .item(let phrase, _, _): say(phrase)
        case .fact(let name, let value): say(name) + SafeText(": ") + say(value)
        case .quote(let name, let text): name.map { say($0) + SafeText(": ") + text } ?? text
        case .text(let text), .term(let text): text
        case .termLine(let term, let text): term + SafeText(term.plain.hasSuffix(":") ? " " : ": ") + text
        case .bar(let bar, _): say(bar.words)
        case .figure(let figure): figure.words.map(say)
        case .pair, .blank: nil
        }
    }

    /// The commands of a place with their keys, then the words that only the line mode knows.
    func help(_ help: HelpOverlay, _ keymap: Keymap) -> [SafeText] {
        let groups = CommandGroup.allCases.flatMap { group -> [SafeText] in
            let infos = Self.commands(in: help.context).filter { $0.group == group }
            return infos.isEmpty
                ? [] : [say(Phrase(group.rawValue)) + SafeText(":")] + infos.map { command($0, help.context, keymap) }
        }
        return groups + [say("Only here") + SafeText(":")]
            + LineWord.Kind.allCases.map { SafeText($0.rawValue + ": ") + say($0.summary) }
            + [say("A question is answered by the next line; .cancel leaves it. An empty line asks for news.")]
    }

    private static func commands(in context: KeyContext) -> [CommandInfo] {
        var seen: Set<Command> = Dashboard.screenOnly
        return CommandTable.entries(in: context).filter { seen.insert($0.command).inserted }
    }

    private func command(_ info: CommandInfo, _ context: KeyContext, _ keymap: Keymap) -> SafeText {
        let keys = keymap.names(of: info.command, in: context, withMouse: false).prefix(3).joined(separator: ", ")
        let argument = info.argument.map { " " + $0 } ?? ""
        let typed = info.command.rawValue + argument + (keys.isEmpty ? "" : " (\(keys))")
        return SafeText(typed + ": ") + say(Phrase(info.summary))
    }
}

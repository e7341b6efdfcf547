import Conversations
import Screen

/// Tab in a prompt.
extension Dashboard {
    mutating func complete() -> [Effect] {
        switch prompt?.question {
        case .command: completeCommand()
        case .limit, .search, .markQuery: return completeQuery()
        case .theme: return completeTheme()
        case .view: completeView()
        default: break
        }
        return []
    }

    private mutating func completeTheme() -> [Effect] {
        guard let asked = prompt, let names = asked.themes else { return [] }
        prompt?.editor.replaceAll(with: names.completed(asked.editor.text))
        return preview(since: asked)
    }

    private mutating func completeView() {
        guard let typed = prompt?.editor.text.lowercased() else { return }
        let names = settings.views.map(\.name).filter { $0.lowercased().hasPrefix(typed) }
        guard let common = names.commonPrefix, !common.isEmpty else { return }
        prompt?.editor.replaceAll(with: common)
    }

    private mutating func completeCommand() {
        guard let typed = prompt?.editor.text else { return }
        if let line = CommandLine.completedTheme(typed, settings.themes) {
            prompt?.editor = LineEditor(text: line)
            return
        }
        if completeArgument(typed) { return }
        let names = CommandLine.completions(typed).map(\.command.rawValue)
        guard let common = names.commonPrefix else { return }
        prompt?.editor = LineEditor(text: names.count == 1 ? common + " " : common)
    }

    private mutating func completeQuery() -> [Effect] {
        guard let editor = prompt?.editor else { return [] }
        if let request = QueryCompletion.request(editor.text, cursor: editor.cursor) {
            return [.loadQueryValues(request)]
        }
        offer(QueryCompletion.candidates(editor.text, cursor: editor.cursor))
        return []
    }

    /// The store's values for the word under the cursor, if it is still the one that was asked about.
    mutating func receive(_ values: [String], for request: QueryCompletion.Request) {
        guard let asked = prompt, [.limit, .search, .markQuery].contains(asked.question),
            QueryCompletion.request(asked.editor.text, cursor: asked.editor.cursor) == request
        else { return }
        offer(QueryCompletion.candidates(asked.editor.text, cursor: asked.editor.cursor, values: values))
    }

    /// Takes the one candidate, or what all have in common, and shows them.
    private mutating func offer(_ candidates: [QueryCompletion.Candidate]) {
        guard let editor = prompt?.editor, let common = candidates.map(\.text).commonPrefix else {
            prompt?.problem = "nothing begins so"
            return
        }
        let isWhole = candidates.count == 1 && !common.hasSuffix(":")
        let (text, cursor) = QueryCompletion.replacing(
            editor.text, cursor: editor.cursor, with: isWhole ? common + " " : common)
        if cursor > editor.cursor || candidates.count == 1 { prompt?.editor = LineEditor(text: text, cursor: cursor) }
        prompt?.candidates = candidates.count == 1 ? [] : candidates
    }
}

extension [String] {
    /// What all begin with; nil: there are none.
    var commonPrefix: String? {
        guard let first else { return nil }
        return dropFirst().reduce(first) { common, text in String(zip(common, text).prefix { $0 == $1 }.map(\.0)) }
    }
}

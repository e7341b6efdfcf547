import Conversations
import Screen

/// Tab in a prompt.
extension Dashboard {
    mutating func complete() -> [Effect] {
        guard let asked = prompt else { return [] }
        if asked.themes != nil { return completeTheme() }
        switch lineCompletion(asked) {
        case .words(let words, let start): offer(words, from: start)
        case .query(let start): return completeQuery(from: start)
        case .names(let request, _): return [.loadQueryValues(request)]
        case .link(let start): completeLink(from: start)
        case .nothing: break
        }
        return []
    }

    private mutating func completeTheme() -> [Effect] {
        guard let asked = prompt, let names = asked.themes else { return [] }
        prompt?.editor.replaceAll(with: names.completed(asked.editor.text))
        return preview(since: asked)
    }

    private mutating func completeQuery(from start: Int) -> [Effect] {
        guard let (source, cursor) = query(from: start) else { return [] }
        if let request = QueryCompletion.request(source, cursor: cursor) { return [.loadQueryValues(request)] }
        offer(QueryCompletion.candidates(source, cursor: cursor), from: start)
        return []
    }

    /// The number of the one link that is meant by the beginning of its number or a part of its host.
    private mutating func completeLink(from start: Int) {
        guard var asked = prompt else { return }
        if asked.question == .command { asked.links = readLinks }
        prompt?.links = asked.links
        let beginning = asked.editor.text.dropFirst(start)
        guard !asked.links.isEmpty else {
            prompt?.problem = "this message has no link"
            return
        }
        let wanted = beginning.lowercased()
        let found = asked.links.enumerated().filter { index, link in
            "\(index + 1)".hasPrefix(wanted) || link.target.host.contains(wanted)
        }
        guard found.count == 1, let number = found.first.map({ "\($0.offset + 1)" }) else { return }
        prompt?.editor = LineEditor(text: asked.editor.text.dropLast(beginning.count) + number)
    }

    /// The query that begins at a character of the line, and the cursor in it.
    private func query(from start: Int) -> (source: String, cursor: Int)? {
        guard let editor = prompt?.editor, editor.cursor >= start else { return nil }
        return (String(editor.text.dropFirst(start)), editor.cursor - start)
    }

    /// The store's values for the word under the cursor, if it is still the one that was asked about.
    mutating func receive(_ values: [String], for request: QueryCompletion.Request) {
        guard let asked = prompt else { return }
        switch lineCompletion(asked) {
        case .query(let start):
            guard let (source, cursor) = query(from: start),
                QueryCompletion.request(source, cursor: cursor) == request
            else { return }
            offer(QueryCompletion.candidates(source, cursor: cursor, values: values), from: start)
        case .names(request, let start): offer(values.map { Completion($0) }, from: start)
        case .names, .words, .link, .nothing: break
        }
    }

    /// Takes the one candidate, or what all have in common, and shows them.
    private mutating func offer(_ candidates: [QueryCompletion.Candidate], from start: Int) {
        guard let editor = prompt?.editor, let (source, cursor) = query(from: start),
            let common = candidates.map(\.text).commonPrefix
        else {
            prompt?.problem = "nothing begins so"
            return
        }
        let isWhole = candidates.count == 1 && !common.hasSuffix(":")
        let (text, end) = QueryCompletion.replacing(source, cursor: cursor, with: isWhole ? common + " " : common)
        if end > cursor || candidates.count == 1 {
            prompt?.editor = LineEditor(text: editor.text.prefix(start) + text, cursor: start + end)
        }
        prompt?.candidates = candidates.count == 1 ? [] : candidates.map(Completion.init)
    }

    /// Takes the one word that begins like what stands from `start` on, or what all such have in common.
    private mutating func offer(_ words: [Completion], from start: Int) {
        guard let line = prompt?.editor.text else { return }
        let typed = String(line.dropFirst(start))
        let found = words.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) }
        guard let common = found.map(\.text).commonPrefix else {
            prompt?.problem = "nothing begins so"
            return
        }
        let isName =
            found.count == 1 && Command(rawValue: common) != nil && prompt?.question == .command
            && !line.prefix(start).contains { !$0.isWhitespace }
        if common.count >= typed.count || found.count == 1 {
            prompt?.editor = LineEditor(text: line.prefix(start) + common + (isName ? " " : ""))
        }
        prompt?.candidates = found.count == 1 ? [] : found
    }
}

extension [String] {
    /// What all begin with; nil: there are none.
    var commonPrefix: String? {
        guard let first else { return nil }
        return dropFirst().reduce(first) { common, text in String(zip(common, text).prefix { $0 == $1 }.map(\.0)) }
    }
}

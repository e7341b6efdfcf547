import Conversations
import Screen

/// The line mode: whole lines come in instead of keys. Everything else is the dashboard's own.
extension Dashboard {
    /// The size that fits lines: so high that no message is scrolled.
    package static let sizeForLines = Size(columns: 80, rows: 1_000_000)
    /// What `page-down` moves by, in rows.
    package static let linePage = 10
    /// Closes a prompt without an answer.
    package static let cancelLine = ".cancel"

    /// A line was typed: text of the reply that is written, the answer to a question, else a command.
    /// - Parameter catalogue: the language in which choices are answered.
    package mutating func enter(_ line: String, catalogue: Catalogue, now: Moment) -> [Effect] {
        let closesReading = beginLine()
        if prompt != nil { return answer(line, catalogue: catalogue, now: now) }
        if composer != nil { return write(ComposerLine(line), now: now) }
        guard let asked = asked(line, now: now) else { return [] }
        // What `back` would close is closed already.
        if case .command(.back, _) = asked, closesReading { return [] }
        return obey(asked, now: now)
    }

    /// No further line comes: a reply that is being written stays as a draft.
    package mutating func endLines(now: Moment) -> [Effect] {
        _ = beginLine()
        prompt = nil
        return composer == nil ? [] : leaveComposer(now: now)
    }

    /// Whatever waited for a line is answered without one: a question is cancelled, a reply is left.
    /// - Returns: nil when nothing waited.
    package mutating func interruptLine(now: Moment) -> [Effect]? {
        guard prompt != nil || composer != nil else { return nil }
        return endLines(now: now)
    }

    /// What was said is said: what comes by itself can be told from it.
    package mutating func clearStatus() { status.clear() }

    /// What was read out whole is closed: help, and a sheet in which nothing can be selected.
    /// - Returns: whether something was.
    private mutating func beginLine() -> Bool {
        status.clear()
        wantsReply = false
        lastSent = nil
        pendingKeys = []
        pendingCount = nil
        let wasReading = help != nil || sheet.map { $0.selected == nil } ?? false
        help = nil
        if sheet?.selected == nil { sheet = nil }
        return wasReading
    }

    private mutating func answer(_ line: String, catalogue: Catalogue, now: Moment) -> [Effect] {
        guard let asked = prompt else { return [] }
        let answer = line.trimmed
        if answer == Self.cancelLine { return cancelAsked() }
        prompt?.problem = nil
        guard asked.isChoice else {
            prompt?.editor = LineEditor(text: answer)
            return accept(now: now)
        }
        if answer.isEmpty, asked.question.defaultChoice != nil { return accept(now: now) }
        let choice = asked.question.choices.first { $0.isMeant(by: answer, catalogue) }
        guard let choice, let result = asked.chosen(choice.key) else {
            prompt?.problem = "this is none of the choices"
            return []
        }
        return follow(result, now: now)
    }

    private mutating func cancelAsked() -> [Effect] {
        prompt = nil
        status.say("cancelled")
        return []
    }
}

extension Dashboard {
    private mutating func write(_ line: ComposerLine, now: Moment) -> [Effect] {
        switch line {
        case .text(let text): return append(text)
        case .send: return send(now: now)
        case .draft: return leaveComposer(now: now)
        case .edit: return perform(.edit, count: nil, now: now)
        case .show: return []
        case .undo: return dropLastLine()
        }
    }

    /// Each line is on disk before the next one is read.
    private mutating func append(_ line: String) -> [Effect] {
        guard let text = composer?.editor.text else { return [] }
        composer?.editor.replaceAll(with: text.isEmpty ? line : text + "\n" + line)
        return saveDraftNow()
    }

    private mutating func dropLastLine() -> [Effect] {
        guard let text = composer?.editor.text else { return [] }
        let end = text.lastIndex(of: "\n") ?? text.startIndex
        composer?.editor.replaceAll(with: String(text[..<end]))
        return saveDraftNow()
    }
}

extension Dashboard {
    /// What a line asks for.
    private enum Asked {
        case command(Command, count: Int?)
        /// A command with its argument.
        case line(String)
    }

    private func asked(_ line: String, now: Moment) -> Asked? {
        let typed = line.trimmed
        let words = typed.hasPrefix(":") ? String(typed.dropFirst()).trimmed : typed
        guard !words.isEmpty else { return nil }
        // A dot ends a text; one too many must not repeat what was sent, so that the name is typed here.
        if words != ".", let bound = boundKeys(words) { return .command(bound.command, count: bound.count) }
        if case .line(let line) = settings.keymap.match(words.map(Key.character), in: context) { return .line(line) }
        let named = spelledOut(words)
        let first = CommandLine.match(String(named.prefix { !$0.isWhitespace }))
        if let first, Self.screenOnly.contains(first) { return .command(first, count: nil) }
        if case .command(let command) = CommandLine.parse(named, now: now, zoneOffset: settings.zoneOffset) {
            return .command(command, count: nil)
        }
        return .line(named)
    }

    /// A command that the open sheet does not know closes it first, since nobody sees what it covers.
    private mutating func obey(_ asked: Asked, now: Moment) -> [Effect] {
        switch asked {
        case .command(let command, let count):
            if sheet != nil, !CommandTable.entries(in: .sheet).contains(where: { $0.command == command }) {
                sheet = nil
            }
            return obey(command, count: count, now: now)
        case .line(let line):
            sheet = nil
            return run(line, on: target, now: now)
        }
    }

    private mutating func obey(_ command: Command, count: Int?, now: Moment) -> [Effect] {
        let pages = (count ?? 1) * Self.linePage
        switch command {
        case _ where Self.screenOnly.contains(command):
            status.fail(Phrase("%1 is for the screen only", command.rawValue))
            return []
        case .pageDown: return perform(.next, count: pages, now: now)
        case .pageUp: return perform(.previous, count: pages, now: now)
        case .halfPageDown: return perform(.next, count: max(1, pages / 2), now: now)
        case .halfPageUp: return perform(.previous, count: max(1, pages / 2), now: now)
        default: return perform(command, count: count, now: now)
        }
    }

    /// Commands that mean nothing where no screen is drawn, or that a line itself stands for.
    package static let screenOnly: Set<Command> = [
        .theme, .redraw, .switchPane, .commandLine, .accept, .complete, .record, .layout, .growPane, .shrinkPane,
        .evenPanes, .zoomPane, .mouse, .point, .openPointed, .lineDown, .lineUp, .toggleFold, .foldAll, .openFolds,
    ]

    /// The command of a line that is a key or a chord, with a count before it: `j`, `3j`, `gg`, `g g`, `ctrl-r`.
    private func boundKeys(_ words: String) -> (command: Command, count: Int?)? {
        let digits = context == .inbox || context == .thread ? words.prefix { $0.isASCII && $0.isNumber } : ""
        let count = digits.hasPrefix("0") ? nil : Int(digits).map { min($0, 99_999) }
        let keys = (count == nil ? words : String(words.dropFirst(digits.count))).trimmed
        let named = keys.split(separator: " ").map { Key(named: String($0)) }
        let typed: [[Key]] = [named.contains(nil) ? [] : named.compactMap(\.self), keys.map(Key.character)]
        for sequence in typed where !sequence.isEmpty {
            if case .command(let command) = settings.keymap.match(sequence, in: context) { return (command, count) }
        }
        return nil
    }

    /// `f is:open` and `/ rad` with the command's name in place of its key.
    private func spelledOut(_ words: String) -> String {
        let search = words.hasPrefix("/") && words.count > 1
        let first = search ? "/" : String(words.prefix { !$0.isWhitespace })
        let rest = String(words.dropFirst(first.count)).trimmed
        guard !rest.isEmpty, Command(rawValue: first) == nil, let bound = boundKeys(first), bound.count == nil,
            CommandTable.all.contains(where: { $0.command == bound.command && $0.argument != nil })
        else { return words }
        return bound.command.rawValue + " " + rest
    }
}

extension Question.Choice {
    /// Its key, or its word in English or in the language of the interface.
    fileprivate func isMeant(by answer: String, _ catalogue: Catalogue) -> Bool {
        let answer = answer.lowercased()
        return answer == String(key) || answer == other.map { String($0) } || answer == label.english.lowercased()
            || answer == catalogue.say(label).lowercased()
    }
}

extension String {
    /// Without the blanks at its ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

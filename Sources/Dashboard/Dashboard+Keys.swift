import Conversations
import Screen

extension Dashboard {
    /// A key was pressed.
    package mutating func press(_ key: Key, now: Moment) -> [Effect] {
        if case .mouse(let report) = key { return point(report, now: now) }
        if playing != nil { return hold(key) }
        note(key)
        return obey(key, now: now)
    }

    /// Does what a key asks for, whoever pressed it.
    mutating func obey(_ key: Key, now: Moment) -> [Effect] {
        status.clear()
        wantsReply = false
        lastSent = nil
        if takesCount(key) || cancelsPending(key) { return [] }
        pendingKeys.append(key)
        switch settings.keymap.match(pendingKeys, in: context) {
        case .pending: return []
        case .command(let command):
            pendingKeys = []
            let count = pendingCount
            pendingCount = nil
            return perform(command, count: count, now: now)
        case .line(let line):
            pendingKeys = []
            pendingCount = nil
            return run(line, on: target, now: now)
        case .none:
            let isChord = pendingKeys.count > 1
            pendingKeys = []
            pendingCount = nil
            guard isChord else { return type(key, now: now) }
            stall("these keys mean nothing here")
            return []
        }
    }

    /// Esc takes back a count or a chord, and does nothing else then.
    private mutating func cancelsPending(_ key: Key) -> Bool {
        guard key == .escape, pendingCount != nil || !pendingKeys.isEmpty else { return false }
        pendingCount = nil
        pendingKeys = []
        return true
    }

    /// Digits before a command in a list; 0 only after another digit.
    private mutating func takesCount(_ key: Key) -> Bool {
        guard context == .inbox || context == .thread, pendingKeys.isEmpty,
            case .character(let character) = key, let digit = character.wholeNumberValue, character.isASCII,
            digit > 0 || pendingCount != nil
        else { return false }
        pendingCount = min((pendingCount ?? 0) * 10 + digit, 99_999)
        return true
    }

    /// A key that is no command: text where text is written, nothing elsewhere.
    private mutating func type(_ key: Key, now: Moment) -> [Effect] {
        switch context {
        case .prompt: return typeIntoPrompt(key, now: now)
        case .composer: return typeIntoComposer(key)
        case .inbox, .thread, .help, .sheet:
            stall("this key means nothing here")
            return []
        }
    }

    private mutating func typeIntoPrompt(_ key: Key, now: Moment) -> [Effect] {
        guard let asked = prompt else { return [] }
        if asked.isChoice || asked.question.isRegister {
            guard case .character(let character) = key, let result = asked.chosen(character) else {
                stall("this is none of the choices")
                return []
            }
            return follow(result, now: now)
        }
        prompt?.problem = nil
        prompt?.candidates = []
        if prompt?.palette?.move(key, typed: asked.editor.text) == true { return [] }
        if let name = asked.themes?.neighbour(of: asked.editor.text, key) {
            prompt?.editor.replaceAll(with: name)
        } else {
            _ = prompt?.editor.press(key)
        }
        filterHelp(since: asked)
        return preview(since: asked)
    }

    private mutating func typeIntoComposer(_ key: Key) -> [Effect] {
        guard let before = composer?.editor.text else { return [] }
        let columns = layout.composer?.columns ?? size.columns
        _ = composer?.editor.press(key, columns: columns)
        guard let after = composer, after.editor.text != before else { return [] }
        return [after.save(now: false)]
    }
}

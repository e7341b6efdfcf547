import Conversations
import Dashboard
import Screen

/// A session: keys go in, the scripted store answers what comes out.
package struct Story {
    package var dashboard: Dashboard
    package var store: ScriptedStore
    package var now = Samples.now
    /// Everything that was asked of the runtime, in order.
    package private(set) var effects: [Effect] = []
    /// Acts are not answered until `settle`, as when somebody else holds the store.
    package var storeIsBusy = false
    private var waiting: [Effect] = []

    package init(
        _ rows: [InboxRow], columns: Int = 80, rows height: Int = 24,
        settings: DashboardSettings = DashboardSettings(storeName: "demo", actor: "anna")
    ) {
        store = ScriptedStore(rows)
        dashboard = Dashboard(settings: settings, size: Size(columns: columns, rows: height))
        run(dashboard.start())
    }

    /// Keys by their human names, with a blank between them.
    package mutating func press(_ names: String) {
        for name in names.split(separator: " ") {
            guard let key = Key(named: String(name)) else { preconditionFailure("no key is called \(name)") }
            press(key)
        }
    }

    package mutating func press(_ key: Key) {
        run(dashboard.press(key, now: now))
        playOn()
    }

    /// Whether a macro waits for `playOn`.
    package var holdsMacros = false

    /// Plays what a macro still has to do, as far as the store answers.
    package mutating func playOn() {
        while dashboard.isPlaying, waiting.isEmpty, !holdsMacros { run(dashboard.playOn(now: now)) }
    }

    /// A text, character by character.
    package mutating func type(_ text: String) {
        for character in text { press(character == "\n" ? .enter : .character(character)) }
    }

    package mutating func receive(_ answer: Answer) {
        run(dashboard.receive(answer, now: now))
    }

    package mutating func resize(columns: Int, rows: Int) {
        run(dashboard.resize(Size(columns: columns, rows: rows)))
    }

    /// The store is free again: what waited is answered.
    package mutating func settle() {
        storeIsBusy = false
        let effects = waiting
        waiting = []
        answer(effects)
        receive(.actsWaiting(0))
    }

    package mutating func forgetEffects() {
        effects = []
    }

    /// What was asked of the store to write.
    package var acts: [Act] {
        effects.compactMap { if case .append(let act, _, _) = $0 { act } else { nil } }
    }

    /// The conversations that acts were asked for, in order.
    package var actedOn: [Digest] {
        effects.flatMap { if case .append(_, let keys, _) = $0 { keys } else { [Digest]() } }
    }

    private mutating func run(_ new: [Effect]) {
        effects += new
        answer(new)
    }

    private mutating func answer(_ new: [Effect]) {
        var queue = new
        while !queue.isEmpty {
            let effect = queue.removeFirst()
            if storeIsBusy, effect.writes {
                waiting.append(effect)
                queue += take(.actsWaiting(waiting.count))
                continue
            }
            for answer in store.answer(effect) { queue += take(answer) }
        }
    }

    private mutating func take(_ answer: Answer) -> [Effect] {
        let further = dashboard.receive(answer, now: now)
        effects += further
        return further
    }
}

extension Effect {
    fileprivate var writes: Bool {
        switch self {
        case .append, .undo, .redo: true
        default: false
        }
    }
}

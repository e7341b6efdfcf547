import Conversations
import Screen

/// Recording and playing.
extension Dashboard {
    /// `Q`: asks for a register, or ends the recording.
    mutating func record() -> [Effect] {
        guard let ended = recording else { return ask(.recordRegister) }
        recording = nil
        let macro = ended.macro
        guard !macro.steps.isEmpty else {
            status.say("nothing was recorded")
            return []
        }
        macros[macro.name] = macro
        status.say(
            Phrase(
                one: "recorded into %2: 1 key", other: "recorded into %2: %1 keys", count: macro.steps.count, macro.name
            ))
        return [.keepMacro(macro)]
    }

    /// Begins to record into a register.
    mutating func record(into name: String) -> [Effect] {
        guard recording == nil else { return record() }
        guard name.count == 1, let register = name.first, Macro.isRegister(register) else {
            status.fail("a register is a letter from a to z or a digit")
            return []
        }
        recording = Recording(name: name)
        return []
    }

    /// Notes a key before it is obeyed.
    mutating func note(_ key: Key) {
        let isAtRest = prompt == nil && pendingKeys.isEmpty && pendingCount == nil
        let isLine = context == .prompt
        recording?.note(key, isAtRest: isAtRest, inLine: isLine)
        guard recording?.isFull == true else { return }
        recording = nil
        status.fail(Phrase("more than %1 keys; nothing was recorded", Macro.stepLimit))
    }

    /// `@`: asks which macro.
    mutating func askMacro(times: Int?) -> [Effect] {
        guard !macros.isEmpty else {
            status.fail("there is no macro; Q records one")
            return []
        }
        let effects = ask(.playRegister)
        prompt?.count = times
        let names = macros.values.filter { $0.name.count == 1 }.sorted { $0.name < $1.name }
        prompt?.candidates = names.map { Completion($0.name, Phrase("%1", $0.text)) }
        return effects
    }

    /// Plays a macro; `@` is the one that was played last.
    mutating func play(_ wanted: String, times: Int?) -> [Effect] {
        let name = wanted == "@" ? lastPlayed ?? wanted : wanted
        guard let macro = macros[name] else {
            status.fail(name == "@" ? "no macro was played yet" : Phrase("there is no macro %1", name))
            return []
        }
        // Within a macro, `@ @` is still the one that somebody played.
        if playing == nil { lastPlayed = name }
        var run = playing ?? MacroRun()
        if let refusal = run.call(macro, times: times ?? 1) {
            status.fail(refusal)
        } else {
            playing = run
        }
        return []
    }

    /// Whether a macro plays, so that `playOn` is to be called once all that was asked for is answered.
    package var isPlaying: Bool { playing != nil }

    /// Does the next step of the macro that plays, unless the one before went wrong.
    package mutating func playOn(now: Moment) -> [Effect] {
        guard let run = playing else { return [] }
        if let trouble { return stopPlaying(trouble) }
        if run.isTooLong { return stopPlaying(Phrase("more than %1 steps", MacroRun.stepLimit)) }
        switch playing?.next() {
        case .key(let key): return obey(key, now: now)
        case .line(let line):
            status.clear()
            return self.run(line, on: target, now: now)
        case nil: return endPlaying(now: now)
        }
    }

    /// What the step before came to, if a macro must not go on after it.
    private var trouble: Phrase? {
        if let trouble = playing?.trouble { return trouble }
        if let problem = prompt?.problem { return problem }
        return status.tone == .error ? status.text : nil
    }

    /// What was typed meanwhile meant what would have come; it is dropped.
    private mutating func stopPlaying(_ reason: Phrase) -> [Effect] {
        let place = playing?.place ?? ""
        playing = nil
        pendingKeys = []
        pendingCount = nil
        let asked = prompt
        prompt = nil
        status.fail(Phrase("macro %1 stopped: %2", place, reason))
        return asked.map { preview(since: $0) } ?? []
    }

    private mutating func endPlaying(now: Moment) -> [Effect] {
        let held = playing?.held ?? []
        playing = nil
        return held.flatMap { press($0, now: now) }
    }

    /// A key while a macro plays: it waits, or stops the macro.
    mutating func hold(_ key: Key) -> [Effect] {
        guard [.escape, .control("g"), .control("c")].contains(key) else {
            playing?.held.append(key)
            return []
        }
        return stopPlaying("a key stopped it")
    }

    /// A step that led nowhere: nothing is wrong, and a macro must not go on as if it had led somewhere.
    mutating func stall(_ reason: Phrase) {
        playing?.trouble = reason
    }
}

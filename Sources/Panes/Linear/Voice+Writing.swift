import Conversations
import Dashboard
import Screen

extension Voice {
    /// A question, what may be answered, and what was wrong with the last answer.
    func question(_ prompt: Prompt) -> [SafeText] {
        let choices = prompt.question.choices.map { Phrase("%1 %2", $0.name, $0.label) }
        let label = catalogue.say(prompt.label).trimmingBlanks
        var lines = prompt.links.enumerated().map { link($0.offset + 1, $0.element) }
        lines += problem(prompt) + [SafeText(choices.isEmpty ? label : label + " " + list(choices))]
        if let key = prompt.question.defaultChoice,
            let choice = prompt.question.choices.first(where: { $0.key == key })
        {
            lines.append(say(Phrase("an empty line takes: %1", choice.label)))
        }
        return lines
    }

    func problem(_ prompt: Prompt) -> [SafeText] {
        prompt.problem.map { [say($0)] } ?? []
    }

    /// To whom a reply goes, how it is written, and what is written already.
    func opening(_ composer: Composer) -> [SafeText] {
        let name = SafeText.name(composer.message.author).plain
        return [
            say(Phrase("Reply to %1. Every line is kept as it is typed; a line with a single . sends.", name)),
            say(
                Phrase(
                    ".draft keeps the draft and leaves, .edit opens the editor, .show reads it, .undo drops its last line."
                )),
        ] + composer.otherDrafts.flatMap(draft) + written(composer)
    }

    /// What somebody else wrote and did not send, read out whole.
    private func draft(_ draft: Draft) -> [SafeText] {
        [say(Phrase("draft by %1", SafeText.name(draft.actor).plain)) + SafeText(":")] + SafeText.lines(of: draft.text)
    }

    /// What is written so far, or that nothing is.
    package func soFar(_ composer: Composer) -> [SafeText] {
        let written = written(composer)
        return written.isEmpty ? [say("nothing is written yet")] : written
    }

    private func written(_ composer: Composer) -> [SafeText] {
        guard !composer.isEmpty else { return [] }
        return [say("So far:")] + SafeText.lines(of: composer.editor.text) + rest(composer)
    }

    private func rest(_ composer: Composer) -> [SafeText] {
        guard let remaining = composer.remaining, remaining >= 0 else { return tooMany(composer) }
        return [say(Phrase(one: "1 left", other: "%1 left", count: remaining))]
    }

    /// Nothing while the text is short enough.
    func tooMany(_ composer: Composer) -> [SafeText] {
        guard let remaining = composer.remaining, remaining < 0 else { return [] }
        return [say(Phrase(one: "1 too many", other: "%1 too many", count: -remaining))]
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}

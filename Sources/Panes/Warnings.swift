import Conversations
import Dashboard
import Screen

/// What to beware of in a name, in words: each is a badge beside it.
struct NameWarnings {
    let author: String
    let looksLikeTeam: Bool

    /// The gravest first.
    var phrases: [Phrase] {
        var phrases: [Phrase] = []
        if looksLikeTeam { phrases.append(Phrase("looks like team!")) }
        if RestrictionLevel.isMixed(inWordsOf: author) { phrases.append(Phrase("mixed scripts")) }
        let hidden = SafeText.name(author).deceptiveCount
        if hidden > 0 {
            phrases.append(Phrase(one: "1 hidden character", other: "%1 hidden characters", count: hidden))
        }
        return phrases
    }

    /// In brackets, for the head of a message.
    func pieces(_ canvas: Canvas) -> [(text: SafeText, role: Role)] {
        phrases.map { (SafeText(" [") + canvas.say($0) + SafeText("]"), .badge) }
    }
}

extension InboxRow {
    /// Name or words hold characters that are not shown, or one word of the name mixes scripts.
    private var isDeceptive: Bool {
        SafeText.name(author).deceptiveCount > 0 || SafeText(excerpt).deceptiveCount > 0
            || RestrictionLevel.isMixed(inWordsOf: author)
    }

    /// What to beware of, where there is room for words.
    var warnings: [Phrase] {
        let hides = SafeText.name(author).deceptiveCount > 0 || SafeText(excerpt).deceptiveCount > 0
        var phrases: [Phrase] = []
        if looksLikeTeam { phrases.append(Phrase("looks like team!")) }
        if RestrictionLevel.isMixed(inWordsOf: author) { phrases.append(Phrase("mixed scripts")) }
        if hides { phrases.append(Phrase("hidden characters")) }
        return phrases
    }

    /// The same in letters: `T!` for who looks like the team, `?` for what else deceives.
    func warningLetters(_ canvas: Canvas) -> [(text: SafeText, role: Role)] {
        var pieces: [(text: SafeText, role: Role)] = []
        if looksLikeTeam { pieces.append((canvas.say(Phrase("T!", context: "looks like team")), .badge)) }
        if isDeceptive { pieces.append((SafeText("?"), .badge)) }
        return pieces
    }
}

extension MessageLink {
    /// Its number, where it goes, what it pretends, and the whole address.
    func pieces(_ number: Int, _ canvas: Canvas) -> [(text: SafeText, role: Role)] {
        var pieces: [(text: SafeText, role: Role)] = [
            (SafeText(" [\(number)] "), .helpKey), (SafeText(target.host), .title),
        ]
        if let shownHost {
            pieces.append((SafeText("  ! ") + canvas.say(Phrase("shown as %1", shownHost)), .statusError))
        }
        return pieces + [(SafeText("  " + target.address), .dim)]
    }
}

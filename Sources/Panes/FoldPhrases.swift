import Dashboard
import Screen

extension FoldedInside {
    /// What is folded away, in words; what is owed comes first, so that a narrow pane shows it.
    var phrases: [(phrase: Phrase, role: Role)] {
        var phrases: [(phrase: Phrase, role: Role)] = []
        if undecided > 0 { phrases.append((Phrase("%1 to decide", undecided), .platformStatus)) }
        if needAnswer > 0 { phrases.append((Phrase("%1 to answer", needAnswer), .listUnread)) }
        if answers > 0 { phrases.append((Phrase(one: "1 answer", other: "%1 answers", count: answers), .dim)) }
        if unread > 0 { phrases.append((Phrase(one: "1 unread", other: "%1 unread", count: unread), .badge)) }
        if entries > 0 {
            phrases.append((Phrase(one: "1 entry of the team", other: "%1 entries of the team", count: entries), .dim))
        }
        return phrases
    }

    /// The same as the pieces of a line.
    func pieces(_ canvas: Canvas) -> [(text: SafeText, role: Role)] {
        phrases.enumerated().map { index, part in
            (SafeText(index == 0 ? " + " : ", ") + canvas.say(part.phrase), part.role)
        }
    }
}

extension Phrase {
    /// Lines of a quote that stand for one.
    static func quotedLines(_ count: Int) -> Phrase {
        Phrase(one: "1 quoted line", other: "%1 quoted lines", count: count)
    }
}

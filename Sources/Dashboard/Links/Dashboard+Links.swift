import Conversations
import Screen

/// Links are opened and texts are copied from the message that is read.
extension Dashboard {
    /// The links of the message that is read.
    var readLinks: [MessageLink] {
        shownTarget?.links ?? []
    }

    /// Opens a link in a browser.
    /// - Parameter number: from 1; nil: the only one, or the one that is asked for then.
    mutating func openLink(_ number: Int?) -> [Effect] {
        withLink(number, orAsk: .openLink) { [.open($0)] }
    }

    mutating func copyLink(_ number: Int?) -> [Effect] {
        withLink(number, orAsk: .copyLink) { [.copy(Copying(.link($0, insteadOfOpening: false), $0))] }
    }

    private mutating func withLink(
        _ number: Int?, orAsk question: Question, _ effects: (LinkTarget) -> [Effect]
    ) -> [Effect] {
        guard let message = shownTarget else { return showThread() }
        let links = message.links
        guard !links.isEmpty else {
            status.fail("this message has no link")
            return []
        }
        guard let number = number ?? (links.count == 1 ? 1 : nil) else {
            let asked = ask(question)
            prompt?.links = links
            return asked
        }
        return follow(link: number, of: links, effects)
    }

    private mutating func follow(
        link number: Int, of links: [MessageLink], _ effects: (LinkTarget) -> [Effect]
    ) -> [Effect] {
        guard links.indices.contains(number - 1) else {
            status.fail(Phrase("there is no link %1", number))
            return []
        }
        return effects(links[number - 1].target)
    }

    /// What the answer to a question for a link leads to: those that were asked about, whatever is shown by now.
    mutating func open(link number: Int, of links: [MessageLink]) -> [Effect] {
        links.isEmpty ? openLink(number) : follow(link: number, of: links) { [.open($0)] }
    }

    mutating func copy(link number: Int, of links: [MessageLink]) -> [Effect] {
        guard !links.isEmpty else { return copyLink(number) }
        return follow(link: number, of: links) { [.copy(Copying(.link($0, insteadOfOpening: false), $0))] }
    }

    /// Nobody is asked about a message that they do not see.
    private mutating func showThread() -> [Effect] {
        guard let conversation = target else {
            status.fail("no conversation is selected")
            return []
        }
        focus = .thread
        status.say("choose the message, then try again")
        return [thread.open(conversation)]
    }
}

extension Dashboard {
    /// Copies the text of the row that is read.
    mutating func copyText() -> [Effect] {
        guard isThreadShown else { return showThread() }
        let text: String? =
            switch thread.selected?.content {
            case .note(let note): note.text
            case .reply(let reply): reply.text
            case .decision(let decision): decision.reason
            case .message, nil: shownTarget?.text
            }
        guard let text, !text.isEmpty else {
            status.fail(Refusal.emptyText.phrase)
            return []
        }
        return [.copy(Copying(.text, raw: text))]
    }

    /// Copies who wrote it: the name, and the handle where it has another.
    mutating func copyAuthor() -> [Effect] {
        guard let message = shownTarget else { return showThread() }
        let hasHandle = !message.handle.isEmpty && message.handle != message.author
        return [.copy(Copying(.author, raw: hasHandle ? "\(message.author) (\(message.handle))" : message.author))]
    }

    /// Copies where the message stands on its platform, else where its thread does.
    mutating func copyPermalink() -> [Effect] {
        guard let message = shownTarget else { return showThread() }
        guard let target = LinkTarget(message.permalink) ?? thread.page.flatMap({ LinkTarget($0.link) }) else {
            status.fail("the export names no address of this message")
            return []
        }
        return [.copy(Copying(.permalink(target), target))]
    }
}

extension Dashboard {
    /// A program was started with a link, or could not be.
    mutating func receive(_ outcome: OpenOutcome, of target: LinkTarget) -> [Effect] {
        switch outcome {
        case .started(let program):
            status.say(Phrase("%1 was started with %2", program, target.host))
            return []
        case .failed(let program):
            status.fail(Phrase("%1 could not open %2", program, target.address))
            return []
        case .noBrowser:
            return [.copy(Copying(.link(target, insteadOfOpening: true), target))]
        }
    }

    mutating func receive(_ outcome: CopyOutcome, of copying: Copying) {
        if copying.isDone(outcome) {
            status.say(copying.phrase(outcome))
        } else {
            status.fail(copying.phrase(outcome))
        }
    }
}

/// What became of a link that was to be opened.
package enum OpenOutcome: Equatable, Sendable {
    /// The program's name. Whether it shows the page is not known.
    case started(String)
    /// It ended with an error.
    case failed(String)
    /// There is none, or it would open on another machine.
    case noBrowser
}

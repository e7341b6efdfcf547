import Conversations
import Screen

/// Something on its way to the clipboard.
package struct Copying: Equatable, Sendable {
    package enum Subject: Equatable, Sendable {
        case text, author
        /// A link of a message's text; where no browser can be started, it is copied instead of opened.
        case link(LinkTarget, insteadOfOpening: Bool)
        /// Where the message stands on its platform.
        case permalink(LinkTarget)
    }

    package var subject: Subject
    package var copied: CopiedText

    package init(_ subject: Subject, raw: String) {
        self.subject = subject
        copied = CopiedText(raw)
    }

    package init(_ subject: Subject, _ target: LinkTarget) {
        self.init(subject, raw: target.address)
    }
}

/// Who took what was to be copied. Nobody is said to have it who has not said so.
package enum CopyOutcome: Equatable, Sendable {
    /// A program of this machine took it and ended well. Its name.
    case program(String)
    /// tmux has it in a buffer and was asked to hand it to its terminal.
    case tmux
    /// The terminal was sent it (OSC 52) and answers nothing.
    case terminal
    /// The terminal would not take so much. Bytes that it would.
    case tooLong(limit: Int)
    /// `clipboard = "off"`.
    case off
    /// There is no program for it, and the terminal knows no such sequence.
    case nowhere
}

extension Copying {
    /// What came of it, truthfully.
    func phrase(_ outcome: CopyOutcome) -> Phrase {
        switch outcome {
        case .program(let name): Phrase("%1: copied by %2%3", what, name, rest)
        case .tmux: Phrase("%1: handed to tmux%2", what, rest)
        case .terminal: Phrase("%1: sent to the terminal%2", what, rest)
        case .tooLong(let limit): Phrase("%1: longer than the %2 bytes that a terminal takes", what, limit)
        case .off: Phrase("%1: copying is off (clipboard in config.toml)", whole)
        case .nowhere: Phrase("%1: nothing here can copy it", whole)
        }
    }

    /// Whether somebody has it.
    func isDone(_ outcome: CopyOutcome) -> Bool {
        switch outcome {
        case .program, .tmux, .terminal: true
        case .tooLong, .off, .nowhere: false
        }
    }

    private var what: Phrase {
        switch subject {
        case .text: "the text"
        case .author: "the name"
        case .link(let target, insteadOfOpening: false): Phrase("the link to %1", target.host)
        case .link(let target, insteadOfOpening: true): Phrase("no browser here; the link to %1", target.host)
        case .permalink(let target): Phrase("the message's link to %1", target.host)
        }
    }

    /// With the address, where it can be had in no other way.
    private var whole: Phrase {
        switch subject {
        case .text, .author: what
        case .link(let target, _), .permalink(let target): Phrase("%1 (%2)", what, target.address)
        }
    }

    private var rest: Phrase {
        guard copied.leftOut > 0 else { return Phrase("%1", "") }
        return Phrase(
            one: ", without 1 hidden character", other: ", without %1 hidden characters", count: copied.leftOut)
    }
}

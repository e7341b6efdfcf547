import Conversations
import Dashboard
import Screen

extension DashboardLoop {
    /// Hands a link to a browser.
    func open(_ target: LinkTarget) -> Answer {
        .opened(target, desktop?.open(target, mailbox: mailbox) ?? .noBrowser)
    }

    /// Hands a text to the clipboard.
    /// - Returns: nil: the answer comes when the program has ended.
    func copy(_ copying: Copying) -> Answer? {
        switch desktop?.way {
        case .program(let program), .tmux(let program):
            desktop?.copy(copying, by: program, mailbox: mailbox)
            return nil
        case .terminal: return send(copying)
        case .off: return .copied(copying, .off)
        case nil: return .copied(copying, .nowhere)
        }
    }

    /// Between two frames: the display writes each of them whole.
    func send(_ copying: Copying) -> Answer {
        guard let bytes = ClipboardSequence.bytes(of: copying.copied.text) else {
            return .copied(copying, .tooLong(limit: ClipboardSequence.textLimit))
        }
        return .copied(copying, display.sendBetweenFrames(bytes) ? .terminal : .nowhere)
    }
}

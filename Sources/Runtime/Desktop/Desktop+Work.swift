import Conversations
import Dashboard
import Foundation

nonisolated extension Desktop {
    /// How long a program may take to copy, in milliseconds.
    private static let copyPatience = 3000

    /// Starts a browser; one that ends with an error later is told by `mailbox`.
    func open(_ target: LinkTarget, mailbox: Mailbox) -> OpenOutcome {
        for program in browsers(for: target) {
            guard let child = Child(program, environment: environment) else { continue }
            Self.onThread {
                if !child.waitForEnd() { mailbox.post(.opened(target, .failed(program.name))) }
            }
            return .started(program.name)
        }
        return .noBrowser
    }

    /// Copies by a program beside the loop; what came of it is told by `mailbox`.
    func copy(_ copying: Copying, by program: Program, mailbox: Mailbox) {
        Self.onThread { mailbox.post(copied(copying, by: program)) }
    }

    /// Copies by a program, and waits for it.
    func copied(_ copying: Copying, by program: Program) -> Answer {
        let child = Child(program, input: copying.copied.text, environment: environment)
        guard child?.waitForEnd(patience: Self.copyPatience) == true else { return .notCopied(copying) }
        return .copied(copying, program.name == "tmux" ? .tmux : .program(program.name))
    }

    private static func onThread(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.name = "lotse child"
        thread.start()
    }
}

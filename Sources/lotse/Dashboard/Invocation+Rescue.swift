import Conversations
import Runtime
import Screen

extension Invocation {
    /// Drafts that the store did not take go into files beside the log, else to whoever looks at the terminal.
    func rescue(_ drafts: [Draft]) {
        for draft in drafts { rescue(draft) }
    }

    private func rescue(_ draft: Draft) {
        let path = paths.stateFolder + "/reply-\(draft.message.hex).txt"
        if PrivateFiles.replace(path, with: draft.text + "\n") {
            warn(Phrase("The store did not take your reply; it stands in %1.", path))
        } else {
            warn("The store did not take your reply, and no file did:")
            for line in draft.text.split(separator: "\n", omittingEmptySubsequences: false) {
                try? err.line(String(line))
            }
        }
    }
}

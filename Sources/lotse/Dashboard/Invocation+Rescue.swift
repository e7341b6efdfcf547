import Conversations
import Runtime
import Screen

extension Invocation {
    /// A draft that the store did not take goes into a file beside the log, else to whoever looks at the terminal.
    /// - Parameter draft: nil: all is in the store.
    func rescue(_ draft: Draft?) {
        guard let draft else { return }
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

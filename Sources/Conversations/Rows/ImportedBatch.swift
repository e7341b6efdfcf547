/// One import as the store remembers it.
package struct ImportedBatch: Equatable, Sendable {
    /// Its number on this machine, for `lotse import undo`.
    package var number: Int64
    /// What was imported, as it was named then. Outside text.
    package var path: String
    package var format: String
    package var importedAt: Moment
    /// Messages that it brought or saw again.
    package var messages: Int

    package init(number: Int64, path: String, format: String, importedAt: Moment, messages: Int) {
        self.number = number
        self.path = path
        self.format = format
        self.importedAt = importedAt
        self.messages = messages
    }
}

/// What taking back an import did.
package struct ImportUndone: Equatable, Sendable {
    package var batch: ImportedBatch
    /// Messages that only this import had brought, and that are gone now.
    package var removed: Int
    /// Messages that only this import had brought, and that stay because somebody acted on their conversation.
    package var kept: Int

    package init(batch: ImportedBatch, removed: Int, kept: Int) {
        self.batch = batch
        self.removed = removed
        self.kept = kept
    }
}

import Conversations
import Screen
import Store

extension StoreError {
    /// What went wrong in the store, and what to do.
    nonisolated package var sentence: Phrase {
        switch self {
        case .newerStore(let path, let store, let program):
            Phrase(
                "%1 was written by a newer lotse (version %2 of the store, this one knows %3). Install that one.",
                path, store, program)
        case .notAStore(let path):
            Phrase("%1 is not a store of lotse. Name another one with --store.", path)
        case .cannotCreate(let path, let errno):
            Phrase("%1 cannot be made or opened: %2.", path, SystemError.words(errno))
        case .sqlite(let code, let message):
            Phrase("The store failed: %1 (SQLite %2). `lotse doctor` looks what is wrong.", message, Int(code))
        case .busy:
            "Another lotse is writing to the store. Nothing was changed; try again."
        case .diskFull:
            "The disk is full. Nothing was changed."
        case .stopped:
            "Stopped. Nothing was changed."
        case .settingRefused(let name, let wanted, let got):
            Phrase("SQLite refused the setting %1: wanted %2, got %3. The store is not safe here.", name, wanted, got)
        case .importRunning:
            "Another import is running. Try again when it has ended."
        case .noSuchID(let id):
            Phrase("There is nothing with the id %1. An id has at least eight digits; `lotse list` shows them.", id)
        case .noSuchImport(let number):
            Phrase("There is no import %1. `lotse import list` shows them.", String(number))
        case .ambiguousID(let id, let count):
            Phrase("%1 is the beginning of %2 ids. Write more digits.", id, count)
        case .fileExists(let path):
            Phrase("%1 is there already and was not overwritten. Choose another name.", path)
        case .networkFileSystem(let path):
            Phrase(
                "%1 is on a network file system, whose locks cannot be trusted. Keep the store on a local disk.", path)
        case .unknownGroup(let name):
            Phrase("The system has no group %1. `getent group` lists them; the system's administrator makes one.", name)
        case .notInGroup(let name):
            Phrase("You are not in the group %1, or were not yet when you logged in. `id` shows your groups.", name)
        case .notOwner(let path, let owner):
            Phrase("%1 belongs to %2, who alone can share it. Ask them for it.", path, OSUser(uid: owner).name)
        case .folderHoldsOthers(let path, let name):
            Phrase(
                """
                %1 cannot be shared: it holds %2, which is not the store's. Give the store a folder of its own with \
                --store.
                """, path, name)
        }
    }
}

extension Refusal {
    /// Why an act was not done.
    nonisolated package var sentence: Phrase {
        switch self {
        case .nothingToUndo: "There is nothing to undo."
        case .nothingToRedo: "There is nothing to redo."
        case .actedLater(let actor):
            Phrase("Not undone: %1 acted on the same later. Act anew instead.", actor)
        case .alreadyExported:
            "Not undone: the reply was carried to the platform already. Delete it there."
        case .replyFailed:
            "Not undone: the platform did not take the reply. The conversation is open for another one."
        case .needsGuidelineAndReason:
            "A decision that restricts needs --guideline and --reason."
        case .emptyText: "The text is empty."
        case .noLabel: "A label is one line of at most 64 characters."
        case .noPersonName: "A person's name is one line of at most 64 characters."
        case .noAccount: "The export names no account behind this message."
        case .isClosed: "The conversation is closed. `lotse reopen ID` opens it."
        case .unknownConversation: "There is no such conversation."
        case .unknownMessage: "There is no such message."
        case .answeredMeanwhile(let answer):
            Phrase("Not sent: %1 has answered meanwhile. `lotse show ID` shows it.", answer.actor)
        }
    }
}

extension OutboxExport.Failure {
    /// Why the outbox was not carried away; nothing is marked then.
    nonisolated package var sentence: Phrase {
        switch self {
        case .store(let error): error.sentence
        case .output(let error):
            Phrase("Writing failed: %1. No reply was marked as exported.", SystemError.words(error.errno))
        case .cannotCreate(let path, let errno):
            Phrase("%1 cannot be made: %2. No reply was marked as exported.", path, SystemError.words(errno))
        }
    }
}

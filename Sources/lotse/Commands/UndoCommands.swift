import ArgumentParser
import Conversations
import Dashboard
import Runtime
import Screen
import Store

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back your last act on this machine.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "Go on to the act before one that cannot be taken back.")
    var skipRefused = false

    func run() throws {
        let invocation = try common.invocation()
        let receipt = try invocation.openStore().undo(skippingRefused: skipRefused, now: invocation.now).get()
        try invocation.say(Phrase("Undone: %1.", receipt.words(invocation.catalogue)))
    }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Do again what you took back last.")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let invocation = try common.invocation()
        let receipt = try invocation.openStore().redo(now: invocation.now).get()
        try invocation.say(Phrase("Redone: %1.", receipt.words(invocation.catalogue)))
    }
}

extension UndoReceipt {
    /// What was taken back, and of which conversation; an act on a person is of none.
    fileprivate func words(_ catalogue: Catalogue) -> String {
        [catalogue.say(phrase), conversation?.short].compactMap(\.self).joined(separator: " ")
    }
}

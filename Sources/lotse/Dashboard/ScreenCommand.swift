import ArgumentParser
import Conversations
import Dashboard
import Foundation
import Runtime
import Screen
import Store

/// Renders the dashboard after some keys: for scripts, tests and documentation.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "Print the dashboard as it looks after some keys.",
        discussion: """
            Keys are names separated by blanks, texts to type stand in quotation marks: \
            --keys 'j r "Danke!" ctrl-x ctrl-s'. It works in a copy of the store that is thrown away, unless \
            --write is given.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH"))
    var size = "80x24"

    @Option(help: "Keys to press.")
    var keys = ""

    @Flag(help: "With colours, as escape sequences.")
    var ansi = false

    @Flag(help: "Work in the store itself.")
    var write = false

    func run() throws {
        let invocation = try common.invocation()
        let script = try parsedKeys()
        let size = try parsedSize()
        let folder = try TemporaryFolder()
        let store = try write ? invocation.openStore() : copy(invocation, into: folder)
        let grid = try MainActor.assumeIsolated {
            try renderScreen(invocation, store: store, size: size, keys: script, keepsTheme: write)
        }
        if ansi {
            try invocation.out.styled(grid)
        } else {
            for line in grid.text { try invocation.out.line(line) }
        }
    }

    private func copy(_ invocation: Invocation, into folder: TemporaryFolder) throws -> Store {
        let path = folder.path + "/store.db"
        try invocation.openStore().backup(to: path)
        return try Store.open(path, options: StoreOptions(actor: invocation.actor))
    }

    private func parsedKeys() throws -> KeyScript {
        do {
            return try KeyScript(keys)
        } catch .unknownKey(let name) {
            throw CommandFailure(Phrase("There is no key %1. Texts to type stand in quotation marks.", name))
        } catch .unclosedText(let text) {
            throw CommandFailure(Phrase("The quotation mark is never closed: %1", text))
        }
    }

    private func parsedSize() throws -> Size {
        let parts = size.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, (1...1000).contains(parts[0]), (1...1000).contains(parts[1]) else {
            throw CommandFailure(Phrase("%1 is no size. Write columns x rows, for example 80x24.", size))
        }
        return Size(columns: parts[0], rows: parts[1])
    }
}

/// The dashboard's cells after these keys.
@MainActor
func renderScreen(_ invocation: Invocation, store: Store, size: Size, keys: KeyScript, keepsTheme: Bool) throws
    -> CellGrid
{
    guard let mailbox = Mailbox() else { throw CommandFailure("The system has no pipe left.") }
    let display = ScriptedDisplay(size: size)
    let themes = invocation.themes(colors: display.colors, keeps: keepsTheme)
    let loop = DashboardLoop(
        display: display, store: store, mailbox: mailbox, settings: try invocation.dashboardSettings(),
        look: try invocation.look(themes, isUTF8: true), wardrobe: themes,
        macros: keepsTheme ? RecordedMacros(stateFolder: invocation.paths.stateFolder) : nil, clock: invocation.clock,
        editor: invocation.editor, signals: nil, stopGroup: {},
        log: LogFile.logger(folder: invocation.paths.stateFolder), importChoices: try invocation.importChoices(),
        say: invocation.sayStoreError)
    loop.play(keys, on: display)
    return display.grid
}

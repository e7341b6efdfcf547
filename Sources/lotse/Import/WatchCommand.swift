import ArgumentParser
import Foundation
import Runtime
import Screen

struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Import what arrives in a folder, until you stop it with ctrl-c.",
        discussion: """
            A file is imported once it has not changed between two looks, and again when it changes. What is there \
            already is imported too; that adds nothing where it was imported before. A file that is refused is named \
            and left alone.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup var choices: ImportOptions

    @Argument(help: "The folder.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("Seconds between two looks.", valueName: "seconds"))
    var every = 5

    func validate() throws {
        guard (1...86_400).contains(every) else { throw ValidationError("--every is from 1 to 86400.") }
    }

    func run() throws {
        let invocation = try common.invocation()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure(Phrase("%1 is no folder that can be watched.", folder))
        }
        let store = try invocation.openStore(creating: true)
        let cancellation = Cancellation()
        let interrupts = InterruptWatch(cancellation)
        defer { withExtendedLifetime(interrupts) {} }
        var run = ImportRun(
            invocation: invocation, store: store, choices: try choices.choices(invocation), isJSON: rows.json,
            remembered: RememberedMappings(stateFolder: invocation.paths.stateFolder), cancellation: cancellation,
            mayAsk: false)
        var watch = FolderWatch(PathBytes(argument: folder))
        while !cancellation.isCancelled {
            for path in watch.look() where !cancellation.isCancelled {
                if try run.take(path) { watch.settle(path) }
            }
            pause(cancellation)
        }
    }

    /// Sleeps in short naps, so that ctrl-c is answered at once.
    private func pause(_ cancellation: Cancellation) {
        let end = Date.now.addingTimeInterval(Double(every))
        while Date.now < end, !cancellation.isCancelled {
            Thread.sleep(forTimeInterval: 0.1)
        }
    }
}

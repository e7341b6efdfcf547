import Foundation
import Runtime
import Store
import Terminal

/// Opens the line mode on standard input and output, whatever they are, and returns when it is left.
/// - Parameter signals: opened before the first thread was made.
@MainActor
func openLines(_ invocation: Invocation, store: Store, signals: Signals?) throws {
    guard let mailbox = Mailbox() else { throw CommandFailure("The system has no pipe left.") }
    let isOnTerminal = isatty(0) == 1 && isatty(1) == 1
    let out = invocation.out
    var failure: OutputError?
    var settings = try invocation.dashboardSettings()
    settings.place = invocation.placeFile.take()
    let loop = LinearLoop(
        store: store, mailbox: mailbox, settings: settings,
        setting: LinearLoop.Setting(
            catalogue: invocation.catalogue, repertoire: out.repertoire,
            editor: isOnTerminal ? invocation.editor : nil, desktop: invocation.desktop,
            importChoices: try invocation.importChoices(),
            stopGroup: JobControl.stopGroup),
        clock: invocation.clock, signals: signals, log: LogFile.logger(folder: invocation.paths.stateFolder),
        say: invocation.sayStoreError,
        write: { line in
            do throws(OutputError) {
                try out.write(line + "\n")
            } catch {
                failure = error
            }
            return failure == nil
        })
    let end = loop.run(LineInput(fileDescriptor: STDIN_FILENO))
    invocation.rescue(loop.unsaved)
    // Who reads went away (EPIPE, EIO): nobody is there to be told. A full disk is another matter.
    if let failure, failure.errno != EPIPE, failure.errno != EIO { throw failure }
    guard end == .quit else {
        invocation.placeFile.keep(loop.dashboard.place)
        throw CommandFailure(nil, status: ExitStatus.terminated)
    }
}

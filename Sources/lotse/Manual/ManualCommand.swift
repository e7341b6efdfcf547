import ArgumentParser
import Foundation
import Runtime
import Screen

/// Writes the manual pages, for `make install` and the Debian package.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "_manual", abstract: "Write the manual pages.", shouldDisplay: false)

    @Argument(help: "A folder that is there.") var folder: String
    @Option(help: "The day in the pages' feet.") var date: String

    func validate() throws {
        guard date.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else {
            throw ValidationError("--date is written as 2026-11-27.")
        }
    }

    func run() throws {
        for (name, text) in try ManualPages.all(date: date) {
            let path = folder + "/" + name
            guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
                throw CommandFailure(Phrase("%1 cannot be made: %2.", path, SystemError.words(errno)))
            }
        }
    }
}

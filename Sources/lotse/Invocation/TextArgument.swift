import ArgumentParser
import Foundation
import Runtime
import Screen

/// A text that is given as an option, in a file or on standard input.
struct TextArgument: ParsableArguments {
    /// In bytes; no platform takes longer ones.
    static let limit = 1 << 20

    @Option(help: ArgumentHelp("The text.", valueName: "text"))
    var text: String?

    @Option(
        name: [.customShort("F"), .customLong("file")],
        help: ArgumentHelp("A file with the text; - is standard input.", valueName: "file"), completion: .file())
    var file: String?

    func validate() throws {
        guard (text == nil) != (file == nil) else { throw ValidationError("Give the text with --text or -F.") }
    }

    /// The text, without the line ends at its end.
    func read() throws -> String {
        var content = try text ?? readFile(file ?? "-")
        while let last = content.last, last.isNewline { content.removeLast() }
        return content
    }

    private func readFile(_ name: String) throws -> String {
        let path = PathBytes(argument: name)
        guard let handle = name == "-" ? .standardInput : FileHandle(forReadingAtPath: path.shown) else {
            throw CommandFailure(Phrase("%1: reading failed: %2.", path.shown, SystemError.words(errno)))
        }
        let data = (try? handle.read(upToCount: Self.limit + 1)) ?? Data()
        guard data.count <= Self.limit else {
            throw CommandFailure(Phrase("%1: the text is over the limit of %2 bytes.", path.shown, Self.limit))
        }
        guard let content = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(Phrase("%1: this is not UTF-8. Save it as UTF-8.", path.shown))
        }
        return content
    }
}

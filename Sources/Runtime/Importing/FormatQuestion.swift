import Exports
import Foundation
import Screen

/// Asks which of several formats an export has. Input and output come in, so that it can be asked without a terminal.
nonisolated package struct FormatQuestion {
    package enum Answer: Equatable, Sendable {
        case format(String)
        /// The person does not want this export.
        case skip
        /// There was no answer to be had.
        case none
    }

    /// Names of the formats that fit equally well. Those that a person taught lotse are outside text.
    private let candidates: [String]

    package init(candidates: [String]) {
        self.candidates = candidates
    }

    /// Asks until there is a usable answer.
    /// - Parameters:
    ///   - say: shows a line, made safe.
    ///   - read: the next line that was typed, without its end; nil: there is none any more.
    package func ask(file: String, say: (Phrase) -> Void, read: () -> String?) -> Answer {
        say(Phrase("%1: this may be one of several formats.", file))
        for (index, name) in candidates.enumerated() {
            let summary = ExportFormats.named(name)?.summary ?? ExportFormats.tree(name)?.summary
            say(Phrase("%1  %2", String(index + 1), [name, summary].compactMap(\.self).joined(separator: "  ")))
        }
        say(Phrase("Which is it? Its number, or Enter to leave the file out."))
        while let line = read() {
            let answer = line.trimmingCharacters(in: .whitespaces)
            if answer.isEmpty { return .skip }
            if let number = Int(answer), candidates.indices.contains(number - 1) {
                return .format(candidates[number - 1])
            }
            if candidates.contains(answer) { return .format(answer) }
            say(Phrase("Write a number from 1 to %1, or nothing.", candidates.count))
        }
        return .none
    }
}

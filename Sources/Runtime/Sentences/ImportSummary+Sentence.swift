import Conversations
import Exports
import Screen

extension ImportSummary {
    /// One line about an import.
    nonisolated package var sentence: Phrase {
        Phrase(
            "%1 (%2): %3 read, %4 new, %5 revised, %6 known, %7 skipped; %8.", path, format, read, imported, revised,
            duplicate, skippedCount,
            Phrase(one: "%1 conversation", other: "%1 conversations", count: conversations))
    }

    /// What started as resolved, so that the inbox begins with what is recent; nil: nothing did.
    nonisolated package var calmSentence: Phrase? {
        guard calm > 0 else { return nil }
        return Phrase(
            one: "%1 older conversation starts as resolved; import with --inbox-from all to have it in the inbox.",
            other: "%1 older conversations start as resolved; import with --inbox-from all to have them in the inbox.",
            count: calm)
    }

    /// Where records were skipped or repaired, the first few.
    nonisolated package func placeSentences(limit: Int = 5) -> [Phrase] {
        let skips = skipped.prefix(limit).map { Phrase("skipped at %1: %2", $0.place, $0.reason) }
        let repairs = repaired.prefix(limit).map { Phrase("repaired at %1: %2", $0.place, $0.reason) }
        let rest = skippedCount + repairedCount - skips.count - repairs.count
        let circles =
            cutCycles > 0
            ? [
                Phrase(
                    one: "%1 circle of answers was cut at its earliest message",
                    other: "%1 circles of answers were cut at their earliest messages", count: cutCycles)
            ] : []
        return skips + repairs + circles
            + (rest > 0 ? [Phrase("and %1 more; --json lists up to %2 of each", rest, ImportSummary.placesKept)] : [])
    }
}

extension TeamCandidate {
    /// Why the account may be ours.
    nonisolated package var sentence: Phrase {
        isOwner
            ? Phrase("%1 on %2 owns the place, says the export.", name, platform)
            : Phrase(
                one: "%2 on %3 wrote %1 answer to others.", other: "%2 on %3 wrote %1 answers to others.",
                count: answers, name, platform)
    }

    /// The command that puts the account on the team. A name that a shell could read as anything but a plain
    /// word is a stranger's text: its account is named by digest instead.
    nonisolated package var command: String {
        let place = ShellWord.isPlain(platform) ? platform : "ANY"
        return "lotse team add \(place) \(ShellWord.isPlain(key) ? key : account.hex)"
    }
}

extension MappingGuess {
    /// What the columns are taken for.
    nonisolated package var sentence: Phrase {
        let pairs = pairs.map { "\($0.role.name)=\($0.column)" }.joined(separator: ", ")
        return Phrase("Columns: %1. Correct them with --map role=column.", pairs)
    }
}

/// Words for a POSIX shell.
nonisolated package enum ShellWord {
    /// Whether a shell takes the word as it stands, and no command takes it for an option.
    package static func isPlain(_ word: String) -> Bool {
        !word.isEmpty && !word.hasPrefix("-")
            && word.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "_.:@-".utf8.contains(byte)
            }
    }
}

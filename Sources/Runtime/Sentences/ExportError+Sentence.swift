import Exports
import Foundation
import Screen

extension ExportError {
    /// What is wrong with an export, and what to do. `file` is its name as it was given.
    nonisolated package func sentence(file: String) -> Phrase {
        switch self {
        case .notAFile(let reason):
            Phrase("%1: this is no file that can be read (%2).", file, reason)
        case .cannotRead(let errno):
            Phrase("%1: reading failed: %2.", file, SystemError.words(errno))
        case .empty:
            Phrase("%1: the file is empty. Export it again.", file)
        case .unknownFormat(let hint):
            Phrase("%1: no format recognises this: %2. `lotse formats` lists what can be imported.", file, hint)
        case .ambiguous(let candidates):
            Phrase("%1: this may be %2. Say which with --format.", file, candidates.joined(separator: ", "))
        case .tooLarge(let what, let limit):
            Phrase("%1: %2 is over the limit of %3. Nothing was imported.", file, what, limit)
        case .truncated(let place):
            Phrase(
                "%1: the file ends too early, at %2. Nothing was imported; copy it again, or add --salvage.", file,
                place)
        case .malformed(let place, let reason):
            Phrase("%1: %2 at %3. Nothing was imported; export it again.", file, reason, place)
        case .mapping(let reason, let columns):
            Phrase("%1: %2. To choose from: %3.", file, reason, columns.joined(separator: ", "))
        case .nothingUsable(let skipped, let place, let reason):
            Phrase(
                "%1: no record of it can be imported (%2 skipped). The first, at %3: %4. Nothing was imported.", file,
                skipped, place, reason)
        case .changedWhileReading:
            Phrase("%1: the file changed while it was read. Nothing was imported; try again when it is finished.", file)
        case .unsupportedEncoding(let name):
            Phrase("%1: %2 cannot be read. Save it as UTF-8.", file, name)
        case .encrypted:
            Phrase("%1: a password is needed to open this. Unpack it yourself and import what is in it.", file)
        case .unsupportedCompression(let name):
            Phrase("%1: it is packed with %2, which cannot be undone here. Unpack it yourself first.", file, name)
        case .windowTooLarge(let compression, let limit):
            Phrase(
                "%1: unpacking this %2 file takes more than %3 MiB of memory. Unpack it yourself first, with %4.", file,
                compression, limit >> 20, compression == "zstd" ? "zstd -d --long=31" : "\(compression) -d")
        case .nestedTooDeep(let limit):
            Phrase("%1: archives in archives are opened %2 levels deep. Unpack the outer one first.", file, limit)
        case .expandsTooFar(let limit):
            Phrase(
                "%1: unpacked this is more than %2 times its size, as no export is. Nothing was imported.", file, limit)
        case .inEntry(let entry, let error):
            error.sentence(file: "\(file): \(entry)")
        case .cannotSpool(let errno):
            Phrase(
                "%1: no room for a temporary copy: %2. Save it as a file and import that.", file,
                SystemError.words(errno))
        case .cancelled:
            Phrase("%1: stopped. Nothing was imported.", file)
        }
    }
}

extension ImportFailure {
    nonisolated package func sentence(file: String) -> Phrase {
        switch self {
        case .export(let error): error.sentence(file: file)
        case .store(let error): error.sentence
        case .unknownFormat(let name):
            Phrase("There is no format %1. `lotse formats` lists what there is.", name)
        case .formatOfFolders(let name):
            Phrase("%1: %2 is read from a folder or an archive, not from a single file.", file, name)
        case .unknownZone(let name):
            Phrase("%1 is no time zone. Write it as Europe/Berlin.", name)
        }
    }
}

/// The system's own words for its error numbers.
nonisolated package enum SystemError {
    package static func words(_ errno: Int32) -> String {
        guard let words = strerror(errno) else { return String(errno) }
        return String(cString: words)
    }
}

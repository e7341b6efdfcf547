import CProcess
import Foundation
import Screen

/// Runs `$EDITOR` on a private file and takes back what it leaves. Whatever goes wrong, the text stays as
/// it was. An editor that ends with an error may mean that nothing is to be taken (`:cq`), or may have died halfway
/// through a file: what it wrote is neither taken nor thrown away.
package struct ExternalEditor {
    package enum Result: Equatable {
        case edited(String)
        case failed(Phrase)
    }

    /// As a shell reads it, arguments and all.
    package let command: String
    /// A folder of our own (0700); made where it is missing.
    package let folder: String

    /// How often `edit` calls its `meanwhile`, in milliseconds.
    let interval: Int32

    package init(command: String, folder: String, interval: Int32 = 10_000) {
        self.command = command
        self.folder = folder
        self.interval = interval
    }

    /// - Parameter meanwhile: called now and then while the editor runs.
    package func edit(_ text: String, meanwhile: () -> Void = {}) -> Result {
        let path = folder + "/reply-" + UUID().uuidString + ".txt"
        guard write(text, to: path) else { return .failed("no file could be made for the editor") }
        guard run(path, meanwhile) else { return .failed(leftovers(of: text, in: path)) }
        defer { unlink(path) }
        guard let data = FileManager.default.contents(atPath: path) else {
            return .failed("the editor left no file; the text stays as it was")
        }
        let edited = String(decoding: data, as: UTF8.self)
        guard !edited.allSatisfy(\.isWhitespace) || text.allSatisfy(\.isWhitespace) else {
            return .failed("the editor left an empty file; the text stays as it was")
        }
        // Editors end a file with a line break; the reply had none.
        return .edited(edited.hasSuffix("\n") && !text.hasSuffix("\n") ? String(edited.dropLast()) : edited)
    }

    /// What to say of an editor that failed. A file that it changed stays, for this user alone.
    private func leftovers(of text: String, in path: String) -> Phrase {
        let left = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        guard let left, left != text, left != text + "\n", !left.allSatisfy(\.isWhitespace) else {
            unlink(path)
            return "the editor ended with an error; the text stays as it was"
        }
        // It may have put another file in the place of ours.
        chmod(path, 0o600)
        return Phrase("the editor ended with an error; the text stays as it was, what it wrote is in %1", path)
    }

    private func write(_ text: String, to path: String) -> Bool {
        PrivateFiles.makeFolder(folder)
        let file = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_WRONLY, 0o600)
        guard file >= 0 else { return false }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        return (try? handle.write(contentsOf: Data(text.utf8))) != nil
    }

    /// As git does: the command is the shell's to read, the file is an argument and never part of it.
    private func run(_ path: String, _ meanwhile: () -> Void) -> Bool {
        let words = ["/bin/sh", "-c", command + " \"$1\"", "lotse", path]
        guard let child = Spawning.start("/bin/sh", words, environment: ProcessInfo.processInfo.environment) else {
            return false
        }
        return status(of: child, meanwhile) == 0
    }

    /// Waits for a process without being deaf to everything else.
    /// - Returns: nil: there is no such process.
    private func status(of child: pid_t, _ meanwhile: () -> Void) -> Int32? {
        let ending = process_end(child)
        defer { if ending >= 0 { close(ending) } }
        var status: Int32 = 0
        while true {
            switch waitpid(child, &status, WNOHANG) {
            case child: return status
            case 0:
                var polled = pollfd(fd: ending, events: Int16(POLLIN), revents: 0)
                // A kernel that cannot tell of an end is asked again soon.
                _ = poll(&polled, 1, ending >= 0 ? interval : 50)
                meanwhile()
            default: guard errno == EINTR else { return nil }
            }
        }
    }
}

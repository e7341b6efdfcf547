import Foundation
import Testing

@testable import Exports

/// Folders of samples, where they are present: packed in any way they give what they give unpacked.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: samples)))
struct SampleContainersTests {
    @Test(arguments: ["chat/discord_dce_json", "social/reddit_pushshift", "social/wxr", "social/twitter_v2"])
    func `a folder, a zip and a compressed tar of the same files give the same`(_ name: String) throws {
        let folder = try FolderTree(pathBytes: Array("\(samples)/\(name)".utf8))
        var files: [(String, [UInt8])] = []
        var expected: [ExportedMessage] = []
        for entry in folder.entries {
            let alone = MemoryTree([(entry.path, try content(entry, of: folder))])
            guard let reading = try? InputReading(alone) else { continue }
            files.append((entry.path, try content(entry, of: folder)))
            expected += reading.reading.messages
        }
        #expect(!expected.isEmpty)
        for (form, filter) in [(.zip, nil), (.pax, .zstd), (.gnu, .gzip)] as [(ArchiveWriter.Form, Compression?)] {
            let reading = try InputReading(ArchiveWriter.archive(form, filter, files: files)).reading
            #expect(reading.messages == expected, "\(form)")
        }
    }
}

private let samples = "/work/shared/samples"

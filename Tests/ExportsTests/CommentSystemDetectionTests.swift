import Foundation
import Testing

@testable import Exports

@Suite struct CommentSystemDetectionTests {
    private static let readers: [any ExportReader.Type] = [DisqusReader.self, CommentoReader.self, Remark42Reader.self]

    @Test func `each reader is certain of its own fixtures and of no other's`() throws {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for name in names {
            let head = try exportFixture(name)[...]
            for reader in Self.readers {
                let isOwn = name.hasPrefix(reader.format + "-")
                #expect(reader.detect(head) == (isOwn ? .certain : .no), "\(reader.format) on \(name)")
            }
        }
        #expect(Self.readers.allSatisfy { reader in names.count { $0.hasPrefix(reader.format + "-") } >= 2 })
    }

    @Test(
        arguments: [
            ("disqus-hafenforum.xml", "disqus"), ("disqus-orphans-without-id-prefix.xml", "disqus"),
            ("commento-gartenblog.json", "commento"), ("commento-commenters-first-bad-records.json", "commento"),
            ("remark42-bootsverein.jsonl", "remark42"), ("remark42-zero-time-cut-line.jsonl", "remark42"),
        ])
    func `fixtures are detected among all formats`(_ name: String, _ format: String) throws {
        #expect(try ExportFormats.detect(ByteSource(bytes: exportFixture(name))).format == format)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: samples)))
    func `no reader takes the samples of other systems`() throws {
        let files = FileManager.default.enumerator(atPath: samples)?.compactMap { $0 as? String } ?? []
        var certain: [String: Int] = [:]
        for name in files {
            guard let source = try? ByteSource(path: "\(samples)/\(name)") else { continue }
            for reader in Self.readers where reader.detect(source.head) != .no {
                #expect(name.contains("\(reader.format)/"), "\(reader.format) takes \(name)")
                certain[reader.format, default: 0] += 1
            }
        }
        #expect(certain.count == Self.readers.count)
    }
}

private let samples = "/work/shared/samples"

import Foundation
import Testing

@testable import Exports

/// Downloads of one's own data look alike: no reader may take what another one's is.
@Suite struct OwnDataDetectionTests {
    private static let readers: [(reader: any ExportReader.Type, folders: [String])] = [
        (X1Reader.self, ["twitter_v1"]), (XArchiveReader.self, ["twitter_archive"]),
        (FacebookDYIReader.self, ["facebook_dyi"]), (InstagramReader.self, ["instagram_graph"]),
        (InstagramDYIReader.self, ["instagram_dyi"]), (MastodonOutboxReader.self, ["mastodon_outbox"]),
        (TikTokReader.self, ["tiktok"]), (BlueskyReader.self, ["bluesky"]), (BlueskyCARReader.self, ["bluesky_car"]),
    ]

    @Test(.enabled(if: FileManager.default.fileExists(atPath: samples)))
    func `samples are taken by their own reader and by no other`() throws {
        let files = FileManager.default.enumerator(atPath: samples)?.compactMap { $0 as? String } ?? []
        var taken: [String: Int] = [:]
        for name in files {
            guard let source = try? ByteSource(path: "\(samples)/\(name)") else { continue }
            let folders = Set(name.split(separator: "/").map(String.init))
            for (reader, own) in Self.readers where reader.detect(source.head) != .no {
                #expect(!folders.isDisjoint(with: own), "\(reader.format) takes \(name)")
                taken[reader.format, default: 0] += 1
            }
        }
        #expect(
            taken == [
                "x1": 1, "x-archive": 1, "facebook-dyi": 1, "instagram": 5, "instagram-dyi": 1, "mastodon-outbox": 1,
                "tiktok": 1, "bluesky": 2, "bluesky-car": 2,
            ])
    }

    @Test(arguments: readers.map { $0.reader.format })
    func `a byte that is another one costs no crash`(_ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where reader.detect(try exportFixture(name)[...]) == .certain {
            let bytes = try exportFixture(name)
            let whole = try Reading(bytes: bytes, reader).messages.count
            // A bracket more or less can make a record of what was the inside of one.
            try expectNoCrash(bytes, reader, atMost: whole + 1)
        }
    }

    @Test func `no reader takes the fixtures of other formats`() throws {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for name in names {
            let head = try exportFixture(name)[...]
            let takers = Self.readers.map(\.reader).filter { $0.detect(head) != .no }.map { $0.format }
            // `instagram-dyi-x.json` begins with `instagram-` too: the longest name is the format's.
            let own = Self.readers.map { $0.reader.format }.filter { name.hasPrefix($0 + "-") }.max {
                $0.count < $1.count
            }
            #expect(takers == [own].compactMap(\.self), "\(name)")
        }
    }
}

private let samples = "/work/shared/samples"

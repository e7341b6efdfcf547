import Foundation
import Testing

/// Files that make_hostile.py wrote to the folder that LOTSE_HOSTILE names.
@Suite struct HostileFilesTests {
    struct Entry: Sendable, CustomTestStringConvertible {
        var name: [UInt8]
        var verdict: String
        var imported: Int
        var skipped: Int

        var testDescription: String { String(decoding: name, as: UTF8.self).debugDescription }
    }

    private static let folder = ProcessInfo.processInfo.environment["LOTSE_HOSTILE"]
    private static let kinds = ["csv", "jsonl", "discord", "telegram", "wxr", "names", "special"]

    static let entries: [Entry] = {
        guard let folder, let data = FileManager.default.contents(atPath: folder + "/manifest.json"),
            let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let files = manifest["files"] as? [[String: Any]]
        else { return [] }
        return files.compactMap { file in
            guard let hex = file["name_hex"] as? String, let expect = file["expect"] as? [String: Any] else {
                return nil
            }
            let name = stride(from: 0, to: hex.count, by: 2).compactMap {
                UInt8(hex.dropFirst($0).prefix(2), radix: 16)
            }
            let shown = String(decoding: name, as: UTF8.self)
            guard let kind = shown.split(separator: "/").first, kinds.contains(String(kind)), !shown.hasSuffix(".gz")
            else { return nil }
            return Entry(
                name: name, verdict: expect["verdict"] as? String ?? "", imported: expect["imported"] as? Int ?? 0,
                skipped: (expect["skipped"] as? [Any])?.count ?? 0)
        }
    }()

    @Test(.enabled(if: folder != nil), arguments: entries)
    func `a hostile file is judged as its manifest says`(_ entry: Entry) throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", try lotse.forum())
        let before = try lotse.run("doctor", "--digest").out
        let path = Array((Self.folder ?? "").utf8) + [UInt8(ascii: "/")] + entry.name
        let arguments = ["import", "--json"].map { Array($0.utf8) } + [path]
        let first = try lotse.run(bytes: arguments)
        let object = try #require(first.objects.last)
        let taken = (object["imported"] as? Int ?? 0) + (object["revised"] as? Int ?? 0)
        #expect(first.status == (entry.verdict == "reject" ? 1 : 0), "\(first.err)")
        #expect(taken == entry.imported)
        #expect(object["skipped"] as? Int == entry.skipped)
        if entry.verdict == "reject" {
            #expect(try lotse.run("doctor", "--digest").out == before)
        } else {
            #expect(try lotse.run(bytes: arguments).objects.last?["imported"] as? Int == 0)
        }
    }
}

import Foundation
import TestSupport
import Testing

@testable import Conversations

/// No text makes the parser trap, and what it reads it can print and read again.
@Suite struct QueryFuzzTests {
    private func feed(_ source: String) {
        _ = QueryCompletion.candidates(source, cursor: source.count / 2)
        guard let query = try? Query(parsing: source) else { return }
        #expect((try? Query(parsing: query.printed))?.root == query.root, "\(source.debugDescription)")
        _ = query.root.meaning
    }

    @Test(arguments: UInt64(1)...300) func `random bytes`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let count = Int.random(in: 0...60, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            feed(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static let pieces = [
        "is:", "open", "sent:", "..", "2d", "2026-01", "(", ")", "\"", "/", "-", "not ", " or ", " and ", "*", "\\",
        " ",
        "ä", "\u{301}", "from:", "waiting:", ">", "[", "(?", "9999", "thread:", "0123456789abcdef", "\u{0}",
    ]

    @Test(arguments: UInt64(1)...300) func `pieces of queries in any order`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let count = Int.random(in: 0...12, using: &random)
            feed((0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }.joined())
        }
    }

    /// The big list of naughty strings, where this machine has it.
    private static let naughty: [String] = {
        let folder = ProcessInfo.processInfo.environment["LOTSE_HOSTILE"] ?? "/work/shared/hostile"
        let data = FileManager.default.contents(atPath: folder + "/blns.json") ?? Data("[]".utf8)
        return (try? JSONDecoder().decode([String].self, from: data)) ?? []
    }()

    @Test(.enabled(if: !naughty.isEmpty)) func `naughty strings, alone and as values`() {
        for text in Self.naughty {
            for source in [text, "from:\(text)", "-(\(text))", "\"\(text)\"", "/\(text)/", "sent:\(text)"] {
                feed(source)
            }
        }
    }
}

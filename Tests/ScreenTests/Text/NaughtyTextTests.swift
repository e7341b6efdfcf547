import TestSupport
import Testing

@testable import Screen

/// Naughty strings through the sanitiser and the measures, in pieces too.
@Suite struct NaughtyTextTests {
    @Test func `there are 58 texts for terminals and 45 for widths`() {
        #expect(Set(HostileTexts.terminal).count == 58)
        #expect(Set(HostileTexts.unicode).count == 45)
    }

    @Test(arguments: [Repertoire.unicode, .ascii])
    func `no naughty string gets through the sanitiser, and each is measured as it is sent`(repertoire: Repertoire) {
        for raw in NaughtyStrings.all {
            expectSafe(SafeText(raw, repertoire: repertoire), from: raw, repertoire: repertoire)
            expectSafe(SafeText.name(raw), from: raw)
            for line in SafeText.lines(of: raw) {
                expectSafe(line, from: raw)
                #expect(line.wrapped(to: 9).allSatisfy { $0.columns <= 9 })
            }
            for limit in [0, 1, 2, 7, 80] {
                expectSafe(SafeText(raw, maxColumns: limit), from: raw)
                #expect(SafeText(raw, maxColumns: limit).columns <= limit)
            }
        }
    }

    /// Bytes that a broken file holds, decoded as a file is.
    @Test(arguments: UInt64(1)...40) func `random bytes are safe and measured as they are sent`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let raw = String(decoding: bytes, as: UTF8.self)
            expectSafe(SafeText(raw), from: raw)
            for line in SafeText.lines(of: raw) { expectSafe(line, from: raw) }
        }
    }
}

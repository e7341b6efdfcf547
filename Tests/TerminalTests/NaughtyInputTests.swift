import Screen
import TestSupport
import Testing

@testable import Terminal

/// Naughty strings as they come from a keyboard, a paste or a terminal that answers.
@Suite struct NaughtyInputTests {
    @Test func `whatever a naughty string is cut into, it means the same keys, and the next key counts`() {
        for string in NaughtyStrings.all {
            let bytes = Array(string.utf8)
            var (whole, single) = (KeyDecoder(), KeyDecoder())
            #expect(whole.decode(bytes) == bytes.flatMap { single.decode([$0]) }, "\(string.debugDescription)")
            _ = whole.decode([0x1B])
            _ = whole.timeOut()
            #expect(whole.decode("x".utf8) == [.character("x")], "\(string.debugDescription)")
        }
    }
}

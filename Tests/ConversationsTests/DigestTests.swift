import Conversations
import Testing

@Suite struct DigestTests {
    @Test func `parts are told apart by their lengths`() {
        #expect(Digest.of("ab", "c") != Digest.of("a", "bc"))
    }
}

import Conversations
import Screen

/// What the bottom line says besides the counts: the last message stands until the next key.
package struct StatusLine: Equatable, Sendable {
    package enum Tone: Equatable, Sendable {
        case message, error
    }

    package var text: Phrase?
    package var tone: Tone = .message
    /// A reply can be taken back until then.
    package var takeBackUntil: Moment?
    /// Acts that wait for the store.
    package var actsWaiting = 0
    /// The program ends once they are done.
    package var isLeaving = false

    package init() {}

    package mutating func say(_ phrase: Phrase) {
        text = phrase
        tone = .message
    }

    package mutating func fail(_ phrase: Phrase) {
        text = phrase
        tone = .error
    }

    package mutating func clear() {
        text = nil
        tone = .message
    }
}

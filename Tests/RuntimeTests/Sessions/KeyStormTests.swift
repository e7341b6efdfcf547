import Conversations
import Dashboard
import Foundation
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// Complaint 2 and the random half of complaint 1: keys that nobody meant.
@MainActor @Suite struct KeyStormTests {
    private static let names =
        "j k o O g G r e s w h c a l p i d u H I K n N f / : ? q enter enter tab esc esc space left right up down "
        + "home end pgup pgdn ctrl-d ctrl-u ctrl-r ctrl-x ctrl-s ctrl-e ctrl-l ctrl-c ctrl-g alt-enter backspace "
        + "a b m n 1 2 3 0 x y ä 日"

    private static let keys = names.split(separator: " ").compactMap { Key(named: String($0)) }

    /// The text of the draft that was written before the storm.
    private static let draft = "Das bleibt stehen"

    private func settings(_ seed: UInt64) -> (columns: Int, rows: Int) {
        [(40, 12), (80, 24), (130, 14), (60, 10)][Int(seed % 4)]
    }

    @Test(arguments: [UInt64(0), 1, 2, 3])
    func `neomutt#2955, lazygit#5810: 2,500 random keys of 10,000 crash nothing and leave a draft alone`(seed: UInt64)
        throws
    {
        let temporary = try DashboardLoopTests().shop()
        let (columns, rows) = settings(seed)
        var evening = try DashboardLoopTests.Evening(temporary, columns: columns, rows: rows)
        try evening.press("/ \"Rad\" enter r \"\(Self.draft)\" escape q g g")
        let kept = try #require(try temporary.store.thread(digest("1"), now: .noon.minutes(60)))
        #expect(kept.draft?.text == Self.draft)
        var noise = SeededKeys(seed: seed)
        for count in 1...2_500 {
            if evening.loop.isOver {
                evening = try DashboardLoopTests.Evening(temporary, columns: columns, rows: rows)
            }
            // Whoever edits this one draft may change it; everything else may not.
            let isEditing = evening.loop.dashboard.composer?.conversation == digest("1")
            evening.display.enqueue(.key(isEditing ? .escape : noise.pick(Self.keys)))
            evening.loop.step()
            if count % 25 == 0 { evening.loop.settle() }
        }
        evening.loop.settle()
        let after = try #require(try temporary.store.thread(digest("1"), now: .noon.minutes(60)))
        #expect(after.draft?.text == Self.draft)
        for id in ["3", "4"] { #expect(try temporary.store.thread(digest(id), now: .noon.minutes(60)) != nil) }
    }
}

/// Keys that are the same for the same seed.
private struct SeededKeys {
    private var numbers: SplitMix64

    init(seed: UInt64) {
        numbers = SplitMix64(seed: seed)
    }

    mutating func pick(_ keys: [Key]) -> Key {
        keys[Int(numbers.next() % UInt64(keys.count))]
    }
}

import Conversations
import Dashboard
import Foundation
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// Complaint 1: work that one key takes away.
@MainActor @Suite struct LostWorkTests {
    /// What a key could destroy: states, messages, notes and drafts of all conversations.
    private struct Work: Equatable {
        /// Opening marks as seen, which is not work: new counts as open.
        var states: [ConversationState] = []
        var messages: [Int] = []
        /// Whether the draft is still there; a key that is typed into it is no loss.
        var drafts: [Bool] = []
        var queued = 0

        init(_ store: Store) throws {
            for id in ["1", "3", "4"] {
                let page = try #require(try store.thread(digest(id), now: .noon.minutes(60)))
                states.append(page.conversation.state == .new ? .open : page.conversation.state)
                messages.append(page.rows.count)
                drafts.append(page.draft?.text.hasPrefix("Entwurf") ?? false)
            }
            queued = try store.outbox([.queued]).count
        }
    }

    private static let characters: [Key] = (33...126).compactMap { UnicodeScalar($0).map { .character(Character($0)) } }

    private static let keys: [Key] =
        characters
        + "abcdefghijklmnopqrstuvwxyz".map { Key.control($0) }
        + "abcdefghijklmnopqrstuvwxyz".map { Key.alt($0) }
        + ["enter", "tab", "space", "backspace", "del", "ins", "left", "right", "up", "down", "home", "end"]
        .compactMap { Key(named: $0) }

    private static func isLetter(_ key: Key) -> Bool {
        guard case .character(let character) = key else { return false }
        return character.isLetter
    }

    /// Presses some keys, leaves what they opened, and takes back what they did.
    private func isTakenBack(_ keys: [Key], from place: String, _ temporary: TemporaryStore) throws -> Bool {
        let before = try Work(temporary.store)
        let evening = try DashboardLoopTests.Evening(temporary, columns: 60, rows: 10)
        try evening.press(place)
        for key in keys + [.escape, .escape] where !evening.loop.isOver {
            evening.display.enqueue(.key(key))
            evening.loop.step()
            evening.loop.settle()
        }
        guard try Work(temporary.store) != before else { return true }
        let undoing = try DashboardLoopTests.Evening(temporary, columns: 60, rows: 10)
        for _ in 0..<3 where try Work(temporary.store) != before { try undoing.press("u") }
        return try Work(temporary.store) == before
    }

    @Test(arguments: ["", "enter"])
    func
        `lazygit#792, lazygit#568, lazygit#2618, lazygit#3328, lazygit#4688, alot#868: one key deletes nothing that u does not bring back`(
            place: String
        ) throws
    {
        let temporary = try DashboardLoopTests().shop()
        try DashboardLoopTests.Evening(temporary).press("enter r \"Entwurf\" escape q")
        for key in Self.keys { #expect(try isTakenBack([key], from: place, temporary), "\(place) \(key.name)") }
    }

    @Test(arguments: ["", "enter"])
    func `lazygit#2291, lazygit#3471: the same key twice, or with Enter, deletes nothing that u does not bring back`(
        place: String
    ) throws {
        let temporary = try DashboardLoopTests().shop()
        try DashboardLoopTests.Evening(temporary).press("enter r \"Entwurf\" escape q")
        for key in Self.characters where Self.isLetter(key) {
            #expect(try isTakenBack([key, key], from: place, temporary), "\(place) \(key.name) twice")
            #expect(try isTakenBack([key, .enter], from: place, temporary), "\(place) \(key.name) enter")
        }
    }

    @Test func `newsboat#49: a store that somebody else holds freezes no key, and the act is done afterwards`() throws {
        let temporary = try DashboardLoopTests().shop()
        let evening = try DashboardLoopTests.Evening(temporary)
        let lock = try ForeignLock(temporary.store.path)
        for key in [Key.character("e"), .enter, .character("/"), .character("R")] {
            evening.display.enqueue(.key(key))
            evening.loop.step()
        }
        #expect(evening.screen.contains("search: R"))
        evening.display.enqueue(.key(.escape))
        evening.loop.step()
        #expect(evening.screen.contains("1 act waits for the store"))
        #expect(!evening.screen.contains("locked"))
        lock.release()
        evening.loop.settle()
        #expect(try temporary.store.thread(digest("4"), now: .noon.minutes(60))?.conversation.state == .resolved)
    }
}

import Conversations
import Exports
import TestSupport
import Testing

@testable import Store

/// Two senders who claim one id, as the headers of mail allow: nobody is shown to have said what the other wrote.
@Suite struct DisputedAuthorTests {
    private func mail(by author: String?, _ text: String, name: String? = nil) -> ExportedMessage {
        var message = post("a@example.org", by: author ?? "", text, platform: "mail")
        if author == nil { message.account = nil }
        if let name { message.account?.name = name }
        return message
    }

    private var key: Digest { digest("a@example.org", platform: "mail") }

    private func said(_ temporary: TemporaryStore) throws -> [String] {
        try temporary.store.messages().map { "\($0.message.account?.name ?? ""): \($0.message.text)" }
    }

    @Test(arguments: [["Mia", "Zoe"], ["Zoe", "Mia"]])
    func `the author of the current wording is its sender, in whatever order they came`(_ order: [String]) throws {
        let temporary = try TemporaryStore()
        for (minute, author) in order.enumerated() {
            try temporary.importing(
                [mail(by: author, "Von \(author)")], observedAt: .noon.minutes(Int64(minute)))
        }
        #expect(try said(temporary) == ["\(order[1]): Von \(order[1])"])
        let rebuilt = try temporary.store.rebuild(keep: false)
        #expect(rebuilt.before == rebuilt.after)
    }

    @Test func `two senders in one export are told apart as well`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([mail(by: "Mia", "Von Mia"), mail(by: "Zoe", "Von Zoe")])
        let message = try #require(try temporary.store.messages().first?.message)
        #expect(message.text == "Von \(message.account?.name ?? "")")
    }

    @Test func `a mail without a sender does not speak for the one who has one`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([mail(by: "Mia", "Von Mia")], observedAt: .noon)
        try temporary.importing([mail(by: nil, "Von niemand")], observedAt: .noon.minutes(1))
        #expect(try said(temporary) == [": Von niemand"])
    }

    @Test func `an export that leaves authors out takes nothing from the one that names them`() throws {
        let temporary = try TemporaryStore()
        var bare = post("1", "Hallo, *welt*")
        bare.account = nil
        try temporary.importing([post("1", by: "Mia", "Hallo, welt")], observedAt: .noon)
        try temporary.importing([bare], observedAt: .noon.minutes(1))
        #expect(try said(temporary) == ["Mia: Hallo, *welt*"])
    }

    @Test func `a stranger's words under a team mail's id are not the team's`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([mail(by: "Team", "Wir helfen")], observedAt: .noon)
        try temporary.store.setTeam(account("Team", platform: "mail"), isTeam: true, now: .noon)
        #expect(try temporary.inbox().isEmpty)
        try temporary.importing([mail(by: "Zoe", "Ihr lügt")], observedAt: .noon.minutes(1))
        #expect(try temporary.inbox().map(\.author) == ["Zoe"])
        let rebuilt = try temporary.store.rebuild(keep: false)
        #expect(rebuilt.before == rebuilt.after)
    }

    @Test func `the other sender's wording is kept, under the other's name`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([mail(by: "Mia", "Von Mia")], observedAt: .noon)
        try temporary.importing([mail(by: "Zoe", "Von Zoe")], observedAt: .noon.minutes(1))
        let facts = try #require(try temporary.store.facts(about: key))
        #expect(facts.revisions.map(\.text) == ["Von Zoe", "Von Mia"])
        #expect(facts.revisions.map(\.author) == ["Zoe", "Mia"])
    }

    @Test func `an import that is taken back leaves no wording without its author`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([mail(by: "Mia", "Von Mia")], observedAt: .noon.minutes(5))
        try temporary.importing([mail(by: "Zoe", "Von Zoe")], observedAt: .noon)
        try temporary.importing([post("b", by: "Zoe", platform: "mail")], observedAt: .noon)
        let newest = try #require(try temporary.store.batches().first)
        _ = try temporary.store.undoImport(newest.number, now: .noon)
        #expect(try temporary.store.facts(about: key)?.revisions.map(\.author) == ["Mia", "Zoe"])
        #expect(try temporary.store.contentDigest() != Digest(high: 0, low: 0))
    }

    @Test func `any order of disputed sightings gives the same content`() throws {
        let sightings: [(ExportedMessage, Int64)] = [
            (mail(by: "Mia", "eins"), 1), (mail(by: "Zoe", "zwei"), 2), (mail(by: nil, "drei"), 3),
            (mail(by: "Zoe", "eins", name: "Zoë"), 4), (mail(by: "Mia", "zwei", name: "Mia K."), 0),
        ]
        var generator = SplitMix64(seed: 11)
        var contents: Set<Digest> = []
        for _ in 0..<24 {
            let temporary = try TemporaryStore(synchronous: .normal)
            for (message, minute) in sightings.shuffled(using: &generator) {
                try temporary.importing([message], observedAt: .noon.minutes(minute))
            }
            contents.insert(try temporary.store.contentDigest())
        }
        #expect(contents.count == 1)
    }
}

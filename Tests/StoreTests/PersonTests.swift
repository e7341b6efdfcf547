import Conversations
import TestSupport
import Testing

@testable import Store

/// Accounts that the team linked to one human.
@Suite struct PersonTests {
    private let temporary: TemporaryStore

    private var store: Store { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Anna", "Wo ist mein Rad?"), post("2", by: "anna_b", "Same here", minute: 1, channel: "chat"),
            post("3", by: "Anna", "Noch eins", minute: 2, platform: "mail"), post("4", by: "Jonas", minute: 3),
            post("5", by: "anna_b", "Danke", minute: 4, parent: "4"),
        ])
    }

    private var chat: Digest { digest("2", channel: "chat") }
    private var mail: Digest { digest("3", platform: "mail") }

    private func act(_ act: Act, on keys: [Digest], minute: Int64 = 10) throws -> ActOutcome {
        try store.perform(act, on: keys, now: .noon.minutes(minute))
    }

    private func found(_ query: String) throws -> Set<Digest> {
        Set(try temporary.inbox(query, now: .noon.minutes(60)).map(\.id))
    }

    private func isRebuiltAlike() throws -> Bool {
        let digests = try store.rebuild(keep: false)
        return digests.before == digests.after
    }

    @Test func `nobody is linked by an import`() throws {
        #expect(try found("person:Anna").isEmpty && found("person:*").isEmpty)
        let facts = try #require(try store.person(behind: digest("1"), now: .noon))
        #expect(facts.name == nil && facts.accounts.count == 1 && facts.conversations == 1)
    }

    @Test func `accounts that are linked to one name are one person, over all platforms`() throws {
        #expect(try act(.link(to: "Anna Beispiel"), on: [digest("1"), mail]) == .done(count: 2))
        #expect(try act(.link(to: "anna beispiel"), on: [digest("5")]) == .done(count: 1))
        // An account of a platform is one account in all its channels.
        let all = Set([digest("1"), mail, digest("4"), chat])
        #expect(try found("person:\"Anna Beispiel\"") == all)
        #expect(try found("person:anna*") == all && found("person:anna").isEmpty)
        #expect(try found("person:anna* danke") == [digest("4")])
        #expect(try found("-person:anna*").isEmpty && found("-person:jonas").count == 4)
        #expect(try store.queryValues(.person, beginning: "an") == ["Anna Beispiel"])
        let facts = try #require(try store.person(behind: mail, now: .noon.minutes(20)))
        #expect(facts.name == "Anna Beispiel" && facts.accounts.map(\.platform) == ["forum", "forum", "mail"])
        #expect(facts.messages == 4 && facts.conversations == 4 && facts.unanswered == 4)
        #expect(facts.first == .noon && facts.last == .noon.minutes(4))
        #expect(facts.rows.map(\.id) == [digest("4"), mail, chat, digest("1")])
        #expect(try isRebuiltAlike())
    }

    @Test func `linking is taken back and done again, also out of the history`() throws {
        _ = try act(.link(to: "Anna"), on: [digest("1")])
        _ = try act(.link(to: "Anna"), on: [mail], minute: 11)
        #expect(try store.undo(now: .noon.minutes(12)).get().kind == "person")
        #expect(try found("person:Anna") == [digest("1")])
        _ = try store.redo(now: .noon.minutes(13))
        let first = try #require(try store.history().rows.last)
        #expect(first.kind == .person && first.author == "Anna" && first.count == 1)
        _ = try store.undo(act: first.id, now: .noon.minutes(14)).get()
        #expect(try found("person:Anna") == [mail])
        #expect(try isRebuiltAlike())
    }

    @Test func `an account that is linked anew leaves its person, and one without accounts goes`() throws {
        _ = try act(.link(to: "Anna"), on: [digest("1")])
        _ = try act(.link(to: "Berta"), on: [digest("1")], minute: 11)
        #expect(try found("person:Anna").isEmpty && found("person:Berta") == [digest("1")])
        #expect(try store.queryValues(.person, beginning: "") == ["Berta"])
        #expect(try act(.link(to: nil), on: [digest("1")], minute: 12) == .done(count: 1))
        #expect(try act(.link(to: nil), on: [digest("1")], minute: 13) == .done(count: 0))
        #expect(try found("person:*").isEmpty)
        _ = try store.undo(now: .noon.minutes(14))
        #expect(try found("person:Berta") == [digest("1")])
        #expect(try isRebuiltAlike())
    }

    @Test func `undo is refused where somebody linked the account anew`() throws {
        _ = try act(.link(to: "Anna"), on: [digest("1")])
        _ = try temporary.reopened(actor: "ben").perform(
            .link(to: "Berta"), on: [digest("1")], now: .noon.minutes(11))
        #expect(try store.undo(now: .noon.minutes(12)) == .failure(.actedLater(actor: "ben")))
        #expect(try found("person:Berta") == [digest("1")])
    }

    @Test func `a role makes a person of an account, as one step, and finds all its accounts`() throws {
        #expect(try act(.role(.advocate, isOn: true), on: [digest("1")]) == .done(count: 1))
        #expect(try found("role:advocate") == [digest("1")])
        _ = try act(.link(to: "Anna"), on: [mail], minute: 11)
        #expect(try found("role:advocate") == [digest("1"), mail])
        #expect(try act(.role(.advocate, isOn: true), on: [mail], minute: 12) == .done(count: 0))
        #expect(try act(.role(.employee, isOn: true), on: [mail], minute: 13) == .done(count: 1))
        #expect(try store.person(behind: digest("1"), now: .noon)?.roles == [.employee, .advocate])
        #expect(try act(.role(.advocate, isOn: false), on: [digest("1")], minute: 14) == .done(count: 1))
        #expect(try found("role:advocate").isEmpty && found("role:employee").count == 2)
        _ = try store.undo(now: .noon.minutes(15))
        #expect(try found("role:advocate").count == 2)
        #expect(try isRebuiltAlike())
    }

    @Test func `a role never joins an account to another one of the same name`() throws {
        _ = try act(.link(to: "Anna"), on: [digest("1")])
        _ = try act(.role(.customer, isOn: true), on: [mail], minute: 11)
        #expect(try store.queryValues(.person, beginning: "anna") == ["Anna", "Anna 2"])
        #expect(try found("role:customer") == [mail] && found("person:anna") == [digest("1")])
    }

    @Test func `taking the role back takes the person back that it made`() throws {
        _ = try act(.role(.critic, isOn: true), on: [digest("1")])
        _ = try store.undo(now: .noon.minutes(11))
        #expect(try found("role:critic").isEmpty && found("person:*").isEmpty)
        #expect(try isRebuiltAlike())
    }

    @Test func `a role of one message is meant together with its words`() throws {
        _ = try act(.role(.advocate, isOn: true), on: [digest("5")])
        #expect(try found("role:advocate danke") == [digest("4")])
        #expect(try found("role:advocate hallo").isEmpty)
    }

    @Test func `decisions on a person's messages are told`() throws {
        _ = try act(.link(to: "Anna"), on: [digest("1"), mail])
        let revision = try #require(try store.revision(of: mail))
        let decision = DecisionAct(
            message: mail, revision: revision, decision: .limited, guideline: "2", reason: "twice")
        _ = try act(.decide(decision), on: [mail], minute: 11)
        let facts = try #require(try store.person(behind: digest("1"), now: .noon.minutes(12)))
        #expect(facts.decisions.map(\.decision) == [.limited] && facts.decisions[0].excerpt == "Noch eins")
        #expect(facts.decisions[0].actor == "anna" && facts.decisions[0].guideline == "2")
    }

    @Test func `the thread says who is behind an account`() throws {
        _ = try act(.link(to: "Anna Beispiel"), on: [digest("5")])
        _ = try act(.role(.press, isOn: true), on: [digest("5")], minute: 11)
        let page = try #require(try store.thread(digest("4"), now: .noon.minutes(12)))
        let named = page.rows.compactMap { row -> String? in
            if case .message(let message) = row.content { message.person } else { nil }
        }
        #expect(named == ["Anna Beispiel"])
    }

    @Test(arguments: ["", " ", "a\nb", String(repeating: "x", count: 65)])
    func `a name is one line that is not empty`(name: String) throws {
        #expect(try act(.link(to: name), on: [digest("1")]) == .refused(.noPersonName))
    }

    @Test func `an import that is taken back leaves the links, and the next one finds them`() throws {
        let other = try TemporaryStore()
        try other.importing([post("1", by: "Anna"), post("2", by: "Ida", minute: 1)])
        _ = try other.store.perform(.link(to: "Anna Beispiel"), on: [digest("1")], now: .noon.minutes(2))
        _ = try other.store.undoImport(#require(other.store.batches().first?.number), now: .noon.minutes(3))
        var digests = try other.store.rebuild(keep: false)
        #expect(digests.before == digests.after)
        try other.importing([post("1", by: "Anna"), post("2", by: "Ida", minute: 1)])
        #expect(try other.inbox("person:\"Anna Beispiel\"", now: .noon.minutes(5)).map(\.id) == [digest("1")])
        digests = try other.store.rebuild(keep: false)
        #expect(digests.before == digests.after)
    }
}

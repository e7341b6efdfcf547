import Testing

@testable import Exports

@Suite struct MastodonOutboxReaderTests {
    private let outbox = "mastodon-outbox-visibility-boost.json"
    private let actor =
        #"{"id":"https://hafen.example/users/jule","type":"Person","preferredUsername":"jule","name":"Jule Priel","#
        + #""url":"https://hafen.example/@jule"}"#

    @Test func `a post has all that the archive gives`() throws {
        let reading = try Reading(fixture: outbox)
        let message = try #require(reading.messages.first)
        #expect(message.channel == ExportedChannel(platform: "mastodon", key: "fediverse", name: "fediverse"))
        #expect(message.id == "https://hafen.example/users/jule/statuses/101")
        #expect(message.text == "Moin & hallo\nHafen" && message.markup == "<p>Moin &amp; hallo<br>Hafen</p>")
        #expect(message.attachments == ["kran.png"])
        #expect(message.likes == 2 && message.shares == 1 && message.language == "de")
        #expect(message.permalink == "https://hafen.example/@jule/101")
        #expect(message.thread?.id == "tag:hafen.example,2024:1")
        #expect(
            reading.owners == [
                ExportedAccount(
                    id: "https://hafen.example/@jule", handle: "jule@hafen.example", name: "jule")
            ])
    }

    @Test func `who may read it, what it answers and when it was edited is kept`() throws {
        let reading = try Reading(fixture: outbox)
        #expect(reading.messages.map(\.isPrivate) == [false, true, true, false])
        #expect(reading.messages[1].parent == "https://deich.example/users/kai/statuses/77")
        #expect(reading.messages[1].text == "Wetter\n\nRegen?")
        #expect(reading.messages[1].editedAt == 1_714_550_700_000)
        #expect(Set(reading.messages.map(\.account)).count == 1)
        #expect(reading.notes.dropFirst().map { $0.prefix(7) } == ["1 boost", "2 posts", "1 activ"])
    }

    @Test func `damage stays where it is`() throws {
        let reading = try Reading(fixture: outbox)
        #expect(reading.skipped.map(\.place) == ["orderedItems[5]", "orderedItems[6]", "orderedItems[8]"])
        #expect(reading.repaired.map(\.reason) == ["U+0000 became U+2400, time unknown"])
    }

    @Test func `the same post has the same id, author, parent and text as in the API`() throws {
        let api = try Reading(fixture: "mastodon-context-missing-status.json").messages[0]
        let own = try Reading(fixture: outbox).messages[0]
        #expect(own.id == api.id && own.account?.id == api.account?.id && own.parent == api.parent)
        #expect(own.account?.handle == api.account?.handle && own.channel == api.channel)
        #expect(own.text == api.text && own.markup == api.markup)
        let answer =
            #"[{"id":"102","uri":"https://hafen.example/users/jule/statuses/102","content":"<p>Regen?</p>","#
            + #""spoiler_text":"Wetter","in_reply_to_id":"77","visibility":"private","created_at":"2024-05-01T08:01:00.000Z","#
            + #""account":{"acct":"jule","url":"https://hafen.example/@jule"}},"#
            + #"{"id":"77","uri":"https://deich.example/users/kai/statuses/77","content":"x"}]"#
        let reply = try #require(
            try Reading(answer, MastodonReader.self).messages.first { $0.id?.hasSuffix("/102") == true })
        let ownReply = try Reading(fixture: outbox).messages[1]
        #expect(ownReply.parent == reply.parent && ownReply.account?.id == reply.account?.id)
        #expect(ownReply.text == reply.text && ownReply.isPrivate == reply.isPrivate)
        #expect(ownReply.time.milliseconds == reply.time.milliseconds)
    }

    @Test(arguments: ["", "archiv/"])
    func `an archive gives the shown name`(_ folder: String) throws {
        let tree = MemoryTree([
            (folder + "likes.json", Array(#"{"orderedItems":["https://x.example/1"]}"#.utf8)),
            (folder + "outbox.json", try exportFixture(outbox)), (folder + "actor.json", Array(actor.utf8)),
        ])
        #expect(MastodonArchiveReader.detect(tree) == .certain)
        let reading = try Reading(tree, MastodonArchiveReader.self)
        #expect(reading.messages.allSatisfy { $0.account?.name == "Jule Priel" })
        #expect(reading.messages.allSatisfy { $0.account?.id == "https://hafen.example/@jule" })
        #expect(reading.messages[0].place.description == folder + "outbox.json: orderedItems[0]")
    }

    @Test func `a broken profile costs no posts`() throws {
        let tree = MemoryTree([("outbox.json", try exportFixture(outbox)), ("actor.json", Array("{".utf8))])
        #expect(try Reading(tree, MastodonArchiveReader.self).messages.count == 4)
    }

    @Test(
        arguments: [
            (#"{"orderedItems":["https://x.example/1"],"id":"likes.json"}"#, false),
            (#"{"id":"outbox.json","orderedItems":[]}"#, true),
            (#"[{"type":"Create","actor":"a","object":{}}]"#, false),
        ])
    func `likes and bookmarks are not claimed`(_ json: String, _ isClaimed: Bool) {
        #expect((MastodonOutboxReader.detect(Array(json.utf8)[...]) == .certain) == isClaimed)
    }

    @Test(
        arguments: [
            ("https://h.example/users/a", nil, "https://h.example/@a", "a@h.example"),
            ("https://h.example/ap/1", "https://h.example/@b/9", "https://h.example/@b", "b@h.example"),
            ("https://h.example/ap/1", "https://h.example/p/9", "https://h.example/ap/1", "1@h.example"),
            ("odd", nil, "odd", "odd"), ("https://", nil, "https://", "https://"),
        ] as [(String, String?, String, String)])
    func `accounts are known by their page`(_ id: String, _ post: String?, _ page: String, _ handle: String) {
        let account = MastodonActor(id: id).account(post: post)
        #expect(account.id == page && account.handle == handle)
    }
}

import Testing

@testable import Exports

@Suite struct StackExchangeReaderTests {
    private static let posts = "stackexchange-posts-wiki-long-body.xml"
    private static let comments = "stackexchange-comments.xml"

    @Test func `questions and answers are messages, wiki rows are counted`() throws {
        let reading = try Reading(fixture: Self.posts)
        #expect(reading.messages.map(\.id) == ["11", "12", "14"])
        #expect(reading.messages.map(\.parent) == [nil, "11", "11"])
        #expect(reading.messages.map(\.thread?.id) == ["11", "11", "11"])
        #expect(reading.messages.map(\.likes) == [4, -2, 1])
        #expect(reading.messages[0].text == "Heben & senken\n\nWie hebt man & senkt man?")
        #expect(reading.messages[0].time.milliseconds == 1_641_031_200_250 && reading.messages[0].time.zoneIsKnown)
        #expect(reading.messages[0].editedAt == 1_641_081_600_000)
        #expect(reading.messages.map(\.account?.name) == ["user3", "weg\u{241B}[2J", "user-1"])
        #expect(reading.messages[2].account?.isBot == true)
        #expect(reading.skipped.map(\.place) == ["line 6"])
        #expect(reading.repaired.map(\.place) == ["line 7"])
        #expect(reading.notes.contains { $0.hasPrefix("1 posts are neither") })
    }

    @Test func `a body may be longer than other attributes`() throws {
        let reading = try Reading(fixture: Self.posts)
        #expect(reading.messages[1].text.utf8.count == 70_000 + "Mit  Seil".utf8.count)
    }

    @Test func `comments have ids of their own and answer posts`() throws {
        let reading = try Reading(fixture: Self.comments)
        #expect(reading.messages.map(\.id) == ["comment:11", "comment:16"])
        #expect(reading.messages.map(\.parent) == ["12", "999"])
        #expect(reading.messages[0].text == "Welches *Seil*? <b>")
        #expect(reading.skipped.map(\.place) == ["line 4"])
    }

    @Test(arguments: ["", "kran.stackexchange.com/", "a/b.c/"])
    func `a folder puts comments into the threads of their posts`(_ root: String) throws {
        let users = #"<users><row Id="3" DisplayName="Mara"/><row Id="4"/></users>"#
        let tree = MemoryTree([
            (root + "Comments.xml", try exportFixture(Self.comments)),
            (root + "Posts.xml", try exportFixture(Self.posts)),
            (root + "Users.xml", Array(users.utf8)), ("readme.txt", []),
        ])
        #expect(StackExchangeTree.detect(tree) == .certain)
        let reading = try Reading(tree, StackExchangeTree.self)
        #expect(reading.messages.map(\.thread?.id) == ["11", "11", "11", "11", nil])
        #expect(reading.messages.first?.account?.name == "Mara")
        #expect(reading.messages[3].account == reading.messages[0].account)
        #expect(reading.messages[3].place.description == root + "Comments.xml: line 3")
        if root.hasPrefix("kran") {
            #expect(reading.messages[1].permalink == "https://kran.stackexchange.com/a/12")
            #expect(reading.messages[1].channel.key == "kran.stackexchange.com")
        }
    }

    @Test func `a folder without posts is not taken`() {
        #expect(StackExchangeTree.detect(MemoryTree(texts: [("Comments.xml", "<comments/>")])) == .no)
        #expect(throws: ExportError.self) { try Reading(MemoryTree([]), StackExchangeTree.self) }
    }
}

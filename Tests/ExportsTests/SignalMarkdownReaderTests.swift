import Testing

@testable import Exports

@Suite struct SignalMarkdownReaderTests {
    @Test func `a head begins a message, other lines continue it`() throws {
        let reading = try Reading(
            fixture: "signal-markdown-media-reactions.md", options: ExportOptions(stem: "Bo Segler"))
        #expect(reading.messages.count == 4)
        let (first, second) = (reading.messages[0], reading.messages[1])
        let name = "Bo Segler"
        #expect(first.channel == ExportedChannel(platform: "signal", key: name, name: name, grouping: .byTime))
        #expect(first.text == "Wer hat Lack?")
        #expect(first.account == ExportedAccount(id: nil, name: "Bo Segler"))
        #expect(first.isPrivate)
        #expect(first.id == nil)
        #expect(second.text == "Ich: rot\nzweite Zeile\n\nvierte Zeile")
        #expect(second.account == ExportedAccount(id: nil, name: "Me", isOwner: true))
        #expect(second.place.description == "line 3")
        #expect(reading.messages[3].text == ">\n> Wer hat Lack?\n>\n hier")
        #expect(reading.owners.map(\.name) == ["Me"])
        #expect(reading.skipped.isEmpty)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `files are names and reactions are counted`() throws {
        let message = try Reading(fixture: "signal-markdown-media-reactions.md").messages[2]
        #expect(message.attachments == ["boot.jpg"])
        #expect(message.likes == 2)
        #expect(message.text == "Das Boot")
        #expect(message.markup?.hasPrefix("![boot.jpg](./media/") == true)
    }

    @Test func `the zone is unknown, or the one that is named`() throws {
        let name = "signal-markdown-media-reactions.md"
        let time = try Reading(fixture: name).messages[0].time
        #expect(time.milliseconds == exportedTime("2024-06-01T14:00:00Z", in: nil)?.milliseconds)
        #expect(time.written == "2024-06-01, 14:00")
        #expect(!time.zoneIsKnown)
        let zoned = try Reading(fixture: name, options: ExportOptions(zone: "Europe/Berlin")).messages[0].time
        #expect(zoned.milliseconds == exportedTime("2024-06-01T12:00:00Z", in: nil)?.milliseconds)
        #expect(zoned.zoneIsKnown)
    }

    @Test func `what is no head is text`() throws {
        let reading = try Reading(fixture: "signal-markdown-forged-hostile.txt")
        #expect(reading.skipped.map(\.place) == ["line 1"])
        #expect(reading.messages.count == 4)
        #expect(reading.messages[0].text.hasPrefix("gut \u{1B}[31m \u{202E} \u{2400}\u{FFFD}\n[2024-06-31, 14:00]"))
        #expect(reading.messages[1].text == "")
        #expect(reading.messages[2].text == "[nichts](https://werft.example) (- kein -)")
        #expect(reading.messages[2].likes == nil)
        #expect(reading.messages[3].text == "noch eins")
    }

    @Test(
        arguments: [
            ("[2024-06-01, 14:00] A: x", true), ("[2024-06-01, 14:00:05] A: x", true), ("[2024-06-01, 14:00] A:", true),
            ("[2024-06-01 14:00] A: x", false), ("[2024-06-01 14:00:05] A: x", true),
            ("[2024-06-01T14:00:05] A: x", false),
            ("[01.06.24, 14:00] A: x", false), ("[2024-06-01, 25:00] A: x", false),
            ("[2024-06-01, 14:00]A: x", false), ("[2024-06-01, 14:00] : x", false), ("[2024-06-01, 14:00", false),
            ("[", false), ("", false), ("[]", false), ("2024-06-01, 14:00 - A: x", false),
        ])
    func `heads`(_ line: String, _ isHead: Bool) {
        #expect((SignalMarkdownHeader(Array(line.utf8)[...]) != nil) == isHead)
    }

    @Test(arguments: ["", "signal/"])
    func `a folder's chats are called after their folders`(_ root: String) throws {
        let chat = try exportFixture("signal-markdown-media-reactions.md")
        let tree = MemoryTree([
            (root + "Bo/chat.md", chat), (root + "Bo/media/boot.jpg", [0xFF]), (root + "Caro/chat.md", []),
            (root + "Regatta/chat.md", chat),
        ])
        #expect(SignalMarkdownTree.detect(tree) == .certain)
        #expect(ExportFormats.trees.filter { $0.detect(tree) != .no }.count == 1)
        let reading = try Reading(tree, SignalMarkdownTree.self)
        #expect(reading.messages.prefix(4).allSatisfy { $0.channel.key == "Bo" })
        #expect(reading.messages.dropFirst(4).map(\.channel.name) == Array(repeating: "Regatta", count: 4))
        #expect(reading.messages[4].place.entry == root + "Regatta/chat.md")
        #expect(reading.notes.count == 1)
    }

    @Test func `newer versions have seconds, deleted messages and stickers`() throws {
        let text = """
            [2024-06-01 14:00:05] Bo: Das Boot
            (- Me: x, Caro: y -)![a.jpg](./media/a.jpg)  [x](../exported_stickers/p/1.webp)
            [2024-06-01, 14:00] Bo: Text
            [2024-06-01 14:00:06] Caro: (This message was deleted)

            """
        let tree = MemoryTree(texts: [("Bo/chat.md", text)])
        #expect(SignalMarkdownTree.detect(tree) == .certain)
        let messages = try Reading(tree, SignalMarkdownTree.self).messages
        #expect(messages.map(\.account?.name) == ["Bo", "Caro"])
        #expect(messages[0].time.written == "2024-06-01 14:00:05")
        #expect(messages[0].time.milliseconds == exportedTime("2024-06-01T14:00:05Z", in: nil)?.milliseconds)
        #expect(messages[0].attachments == ["a.jpg", "1.webp"])
        #expect(messages[1].status == .deleted)
        // Alone, such a file may be WhatsApp's.
        #expect(SignalMarkdownReader.detect(Array(text.utf8)[...].prefix(30)) == .no)
        let only = "[2024-06-01 14:00:05] Bo: Das Boot\n(- Me: x, Caro: y -)![a.jpg](./media/a.jpg)\n"
        #expect(try Reading(only, SignalMarkdownReader.self).messages.map(\.likes) == [2])
    }

    @Test func `a folder with other texts is another's`() {
        #expect(SignalMarkdownTree.detect(MemoryTree(texts: [("a/index.md", "# Titel\n")])) == .no)
    }

    @Test func `many open brackets cost no more than their number`() {
        let text = String(repeating: "![", count: 50_000)
        #expect(SignalMarkdownBody(text).text == text)
    }

    @Test func `a file without a head is malformed`() {
        #expect(throws: ExportError.malformed(place: "line 1", reason: "no line begins with a date and a name")) {
            try Reading("hallo\n", SignalMarkdownReader.self)
        }
    }
}

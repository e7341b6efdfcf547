import Testing

@testable import Exports

@Suite struct MboxReaderTests {
    @Test func `a list mail becomes a message of its list`() throws {
        let reading = try Reading(fixture: "mail-list-encodings-multipart.mbox")
        #expect(reading.messages.count == 4)
        let message = try #require(reading.messages.first)
        #expect(message.channel == ExportedChannel(platform: "mail", key: "harbour.example.org", name: "The Harbour"))
        #expect(message.id == "m1@harbour.example")
        #expect(message.parent == nil)
        #expect(message.thread == ExportedThread(id: "m1@harbour.example", title: "Die Fähre fehlt"))
        #expect(message.account?.id == MailDigest.account("ada@harbour.example"))
        #expect(message.account?.name == "Ada Möwe")
        #expect(message.account?.handle.isEmpty == true)
        #expect(message.time.milliseconds == exportedTime("2024-01-15T09:30:00Z", in: nil)?.milliseconds)
        #expect(message.time.written == "Mon, 15 Jan 2024 10:30:00 +0100")
        #expect(!message.isPrivate)
        #expect(message.language == "de")
        #expect(message.permalink == "https://lists.example.org/m1")
        #expect(
            message.text.hasPrefix("Die Fähre kommt nicht.\n\nFrom hier sieht man nichts.\nFrom now on nobody waits."))
        #expect(MailWords.own(of: message.text).hasSuffix("nobody waits."))
    }

    @Test func `an answer in parts keeps its plain text, its parent, and names of attachments`() throws {
        let answer = try Reading(fixture: "mail-list-encodings-multipart.mbox").messages[1]
        #expect(answer.text == "> Die Fähre kommt nicht.\nDoch, sie kommt, nur spät.")
        #expect(answer.markup == nil)
        #expect(answer.parent == "m1@harbour.example")
        #expect(answer.thread == ExportedThread(id: "m0@harbour.example", title: "Die Fähre fehlt"))
        #expect(answer.attachments == ["plan der Fähre.pdf", "inner mail.eml"])
        #expect(answer.account?.id == MailDigest.account("ben@harbour.example"))
        #expect(answer.channel.key == "harbour.example.org")
    }

    @Test func `a mail that goes to no list is private and stands in the mailbox's channel`() throws {
        let options = ExportOptions(channel: "office")
        let mail = try Reading(fixture: "mail-list-encodings-multipart.mbox", options: options).messages[2]
        #expect(mail.isPrivate)
        #expect(mail.channel == ExportedChannel(platform: "mail", key: "office", name: "office"))
        #expect(mail.account?.name == "carla")
        #expect(mail.text == "nur für dich ⚓")
        #expect(mail.time.milliseconds == exportedTime("2024-01-15T17:00:00Z", in: nil)?.milliseconds)
    }

    @Test func `a bounce is a system message of a bot, its HTML made plain`() throws {
        let bounce = try Reading(fixture: "mail-list-encodings-multipart.mbox").messages[3]
        #expect(bounce.kind == .system)
        #expect(bounce.account?.isBot == true)
        #expect(bounce.text == "could not\n> your words\n> two lines\nbe delivered")
        #expect(bounce.markup?.contains("<blockquote>") == true)
    }

    @Test func `a bad date gives way to Received, then to the From_ line, never to 1970`() throws {
        let messages = try Reading(fixture: "mail-odd-dates-separators.mbox").messages
        let written = [
            "Fri, 1 Mar 2024 13:00:01 +0100", "Fri Mar  1 12:30:00 2024", "Fri Mar  1 12:45:00 2024",
            "Fri Mar  1 13:00:00 2024", "Fri Mar  1 14:00:00 2024", "Fri Mar  1 15:00:00 2024",
        ]
        #expect(messages.map(\.time.written) == written)
        #expect(messages.map(\.time.zoneIsKnown) == [true, false, false, false, false, false])
        #expect(messages[0].time.milliseconds == exportedTime("2024-03-01T12:00:01Z", in: nil)?.milliseconds)
        #expect(messages[1].time.milliseconds == exportedTime("2024-03-01T12:30:00Z", in: nil)?.milliseconds)
    }

    @Test func `a zone that is told makes local times of From_ lines known`() throws {
        let options = ExportOptions(zone: "Europe/Berlin")
        let mail = try Reading(fixture: "mail-odd-dates-separators.mbox", options: options).messages[1]
        #expect(mail.time.milliseconds == exportedTime("2024-03-01T11:30:00Z", in: nil)?.milliseconds)
        #expect(mail.time.zoneIsKnown)
    }

    @Test func `prose that begins with From, and a date in it, stays in its mail`() throws {
        let first = try Reading(fixture: "mail-odd-dates-separators.mbox").messages[0]
        #expect(first.text.hasSuffix("is what a mailbox says, and this is prose."))
        #expect(first.parent == "o2@example.org")
    }

    @Test func `damaged fields are repaired and reported with their place`() throws {
        let reading = try Reading(fixture: "mail-odd-dates-separators.mbox")
        #expect(reading.messages.count == 6)
        #expect(reading.skipped.isEmpty)
        #expect(reading.repaired.map(\.place) == ["line 1", "line 14", "line 23", "line 29"])
        #expect(reading.repaired[0].reason == "Date is no time: taken from Received")
        #expect(reading.repaired[1].reason == "Date is no time: taken from the From_ line")
        #expect(reading.repaired[2].reason == "U+0000 became U+2400, no blank line before the From_ line")
        #expect(reading.messages[2].text == "\u{1B}]0;three\u{07} \u{202E} NUL␀")
        #expect(reading.messages[3].text == "the boundary is not there")
        #expect(reading.messages[4].text == "without a header")
        #expect(reading.messages[4].account == nil)
    }

    @Test func `a mail without id is held together by its subject, one without brackets keeps its id`() throws {
        let messages = try Reading(fixture: "mail-odd-dates-separators.mbox").messages
        #expect(messages[2].id == nil)
        #expect(messages[2].thread == ExportedThread(id: "subject: no id", title: "no id"))
        #expect(messages[3].id == "o4 without brackets")
        #expect(messages[3].account?.name == "ada@harbour.example <fritz@example.org>")
        #expect(messages.map(\.status) == [nil, nil, .spam, nil, nil, .deleted])
        #expect(messages.map(\.isPrivate) == [true, false, false, true, true, true])
    }

    @Test func `a file that ends inside a header loses that mail only, with its place`() throws {
        let bytes = try exportFixture("mail-list-encodings-multipart.mbox")
        let cut = try #require(String(decoding: bytes, as: UTF8.self).firstRange(of: "Auto-Submitted"))
        let text = String(decoding: bytes, as: UTF8.self)[..<cut.lowerBound]
        let reading = try Reading(String(text), MboxReader.self)
        #expect(reading.messages.count == 3)
        #expect(reading.skipped.map(\.reason) == ["headers end at the end of the file"])
    }

    @Test(arguments: ["", "hello\n", "From here on\n\n", "From: a@b.example\nDate: x\n\n"])
    func `what does not begin with a From_ line is refused`(_ text: String) throws {
        #expect(throws: ExportError.self) { try Reading(text, MboxReader.self) }
    }

    @Test(arguments: mailFixtures)
    func `single bytes give equal events`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try exportFixture(name)
        #expect(try exportEvents(bytes, reader, chunkSize: 1) == exportEvents(bytes, reader))
        #expect(try exportEvents(bytes, reader, chunkSize: 100) == exportEvents(bytes, reader))
    }

    @Test(arguments: mailFixtures)
    func `a fixture is known as its own format and survives damage`(_ name: String, _ format: String) throws {
        let bytes = try exportFixture(name)
        let certain = ExportFormats.all.filter { $0.detect(bytes[...].prefix(64 * 1024)) == .certain }
        #expect(certain.map { $0.format } == [format])
        try expectNoCrash(bytes, try #require(ExportFormats.named(format)), atMost: 8)
    }

    @Test func `a mail beyond the limit is passed over, its neighbours are not`() throws {
        let mail = { (id: Int, body: String) in
            "From a@b.example Mon Jan 15 10:30:00 2024\nFrom: a@b.example\nMessage-ID: <\(id)>\n\n\(body)\n\n"
        }
        let large = String(repeating: "From here it is far\n\n", count: 1_700_000)
        let reading = try Reading(mail(1, "one") + mail(2, large) + mail(3, "three"), MboxReader.self)
        #expect(reading.messages.map(\.id) == ["1", "3"])
        #expect(reading.skipped.map(\.place) == ["line 6"])
        #expect(reading.messages.last?.place.number == 6 + 5 + 3_400_001)
    }
}

let mailFixtures = [
    ("mail-list-encodings-multipart.mbox", "mbox"), ("mail-odd-dates-separators.mbox", "mbox"),
    ("mail-windows-crlf.eml", "eml"),
]

@Suite struct EmlReaderTests {
    @Test func `a mail with CRLF and raw bytes is read`() throws {
        let reading = try Reading(fixture: "mail-windows-crlf.eml")
        #expect(reading.messages.map(\.text) == ["Moin,\n\ngrüße"])
        #expect(reading.messages.first?.thread?.title == "a long subject that is folded")
        #expect(reading.messages.first?.place.description == "line 1")
        #expect(reading.repaired.map(\.reason) == ["no usable charset: read as windows-1252"])
    }

    @Test func `a mail that ends inside its header is refused, one without a body is not`() throws {
        let header = "From: a@b.example\nMessage-ID: <1>\n"
        #expect(try Reading(header, EmlReader.self).messages.map(\.text) == [""])
        #expect(throws: ExportError.truncated(place: "line 1")) { try Reading(header + "Sub", EmlReader.self) }
        #expect(throws: ExportError.self) { try Reading("no header\n", EmlReader.self) }
    }

    @Test(arguments: [
        ("From: a@b.example\nDate: x\n\n", DetectionConfidence.certain), ("From: a@b.example\nTo: c\n\n", .no),
        ("HTTP/1.1 200 OK\nDate: x\nFrom: y\n\n", .no), ("{\"From\": 1}", .no), ("From,Date\n1,2\n", .no), ("", .no),
    ])
    func `a mail is known by its header`(_ text: String, _ confidence: DetectionConfidence) {
        #expect(EmlReader.detect(Array(text.utf8)[...]) == confidence)
    }
}

@Suite struct MaildirReaderTests {
    private static func mail(_ id: String) -> String { "From: a@b.example\nMessage-ID: <\(id)>\n\ntext \(id)\n" }

    private static let files: [(path: String, text: String)] = [
        ("box/cur/1:2,S", mail("1")), ("box/cur/2;2,ST", mail("2")), ("box/new/3", mail("3")),
        ("box/tmp/4", mail("4")), ("box/.Sent/cur/5:2,", mail("5")), ("box/dovecot.index", "\u{0}\u{1}"),
        ("box/.notmuch/xapian/flintlock", "x"), ("box/foo/cur/6:2,", "no mail\n"), ("box/foo/cur/7:2,", ""),
        ("box/foo/08:2,", mail("8")), ("box/cur/.hidden", mail("9")),
    ]

    @Test func `delivered mails of all folders are read, flags and damage with their entry`() throws {
        let tree = MemoryTree(texts: Self.files)
        #expect(MaildirReader.detect(tree) == .certain)
        let reading = try Reading(tree, MaildirReader.self, options: ExportOptions(stem: "box"))
        #expect(reading.messages.map(\.id) == ["1", "2", "3", "5", "8"])
        #expect(reading.messages.map(\.status) == [nil, .deleted, nil, nil, nil])
        #expect(reading.messages.first?.place.description == "box/cur/1:2,S: line 1")
        #expect(reading.messages.allSatisfy { $0.channel.key == "box" && $0.time == .unknown })
        #expect(reading.skipped.map(\.place) == ["box/foo/cur/6:2,: line 1", "box/foo/cur/7:2,: line 1"])
    }

    @Test func `a folder of mails may be one, a folder of other files is not`() {
        #expect(MaildirReader.detect(MemoryTree(texts: [("a.eml", Self.mail("1"))])) == .possible)
        #expect(MaildirReader.detect(MemoryTree(texts: [("cur/a", "{}"), ("new/b", "x,y\n")])) == .no)
        #expect(MaildirReader.detect(MemoryTree(texts: [("users.json", "[]")])) == .no)
        #expect(MaildirReader.detect(MemoryTree(texts: [])) == .no)
    }
}

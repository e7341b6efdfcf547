import Testing

@testable import Exports

@Suite struct IRCReaderTests {
    @Test func `an irssi log runs over midnight and mixes encodings`() throws {
        let reading = try Reading(
            fixture: "irc-irssi-midnight-mixed-charset-hostile.log", options: ExportOptions(stem: "#hafen.2024-03-01"))
        let messages = reading.messages
        #expect(
            messages[0].channel
                == ExportedChannel(
                    platform: "irc", key: "#hafen", name: "#hafen", grouping: .byTime))
        #expect(messages[0].text == "jule has joined #hafen")
        #expect(
            messages.map(\.kind) == [
                .system, .message, .message, .action, .message, .system, .message, .message, .message, .message,
                .message, .message,
            ])
        #expect(messages[1].text == "moin zusammen")
        #expect(messages[1].account == ExportedAccount(id: nil, handle: "jule", name: "jule"))
        #expect(messages[3].text == "winkt")
        #expect(messages[4].time == exportedTimeOf("2024-03-02 00:01"))
        #expect(messages[6].text == "")
        #expect(messages[6].time == exportedTimeOf("2024-03-02 00:03"))
        #expect(messages[8...10].map(\.text) == ["grüße €", "grüße", "grüße"])
        #expect(messages[11].text == "\u{1B}[31m\u{2400}\u{202E}rot")
        #expect(reading.skipped.map(\.place) == ["line 11", "line 15"])
        #expect(reading.notes.contains { $0.contains("Windows-1252") })
    }

    @Test func `a WeeChat log has tabs`() throws {
        let messages = try Reading(fixture: "irc-weechat-tabs.log").messages
        #expect(messages.map(\.kind) == [.system, .message, .action, .message, .system, .system])
        #expect(messages.map(\.account?.name) == [nil, "mara", "mara", "theo", nil, nil])
        #expect(
            messages.map(\.text) == [
                "mara has joined #dock", "hello, dock", "waves", "a\ttab", "mara has quit (Ping timeout)",
                "theo is now known as theo_",
            ])
        #expect(messages[1].time.written == "2024-03-01 12:00:05")
        #expect(!messages[1].time.zoneIsKnown)
    }

    @Test(
        arguments: [
            ("[12:00:01] <nick> t", "message", "nick", "t"), ("[12:00:01] * nick t", "action", "nick", "t"),
            ("[12:00:01] -nick- t", "message", "nick", "t"),
            ("[12:00:01] *** Joins: nick (id@host.example)", "notice", "", "Joins: nick (id@host.example)"),
            ("12:00 <@nick> t", "message", "nick", "t"), ("12:00  * nick t", "action", "nick", "t"),
            ("12:00 -!- nick has quit", "notice", "", "nick has quit"),
            ("2012-10-17T09:16:21+0000  <nick> t", "message", "nick", "t"),
            ("2012-10-17T09:16:21  *nick t", "action", "nick", "t"),
            ("2012-10-17T09:16:21  -bot- ", "message", "bot", ""),
            ("2012-10-17T09:16:21+0000  <nick>", "message", "nick", ""),
            ("[14 Jan 12:36] <nick!n=u@h.example> +t", "message", "nick", "t"),
            (
                "[14 Jan 10:36] --> nick (n=u@h.example) joined the channel", "notice", "",
                "nick (n=u@h.example) joined the channel"
            ),
            ("[12:00] * nick has joined #c", "notice", "", "nick has joined #c"),
            ("[12:00] * Now talking in #c", "notice", "", "Now talking in #c"),
            ("Mar 01 12:00:00 <nick>\tt", "message", "nick", "t"), ("Mar 01 12:00:00 *\tnick t", "action", "nick", "t"),
            ("[2024-03-01 12:00:00] <&nick> a\tb", "message", "nick", "a\tb"),
            ("12:00 <joao&gt; t -> u", "message", "joao", "t -> u"),
        ])
    func `each program's lines are understood`(_ line: String, _ kind: String, _ nick: String, _ text: String) throws {
        let parsed = try #require(IRCLine(line[...]))
        switch parsed.words {
        case .message(let found, let words): #expect([kind, nick, text] == ["message", String(found), String(words)])
        case .action(let found, let words): #expect([kind, nick, text] == ["action", String(found), String(words)])
        case .notice(let words): #expect([kind, nick, text] == ["notice", "", String(words)])
        }
        #expect(IRCReader.detect(Array(line.utf8)[...]) == .certain)
    }

    @Test(arguments: ["hello", "12:00 hello", "[12:00] ", "2012-10-17T09:16:21 0000  *** x", "[]", "[99:99] <a> b", ""])
    func `other lines are not taken`(_ line: String) { #expect(IRCLine(line[...]) == nil) }

    @Test(
        arguments: [
            ("#hafen.2024-03-01", "#hafen", "2024-03-01"), ("20240301", "20240301", "2024-03-01"),
            ("2024-03-01-#pov", "#pov", "2024-03-01"), ("#pov", "#pov", nil), ("#c_2024_13_01", "#c_2024_13_01", nil),
            ("12024-03-01", "12024-03-01", nil), ("#a_20240301_b", "#a-b", "2024-03-01"),
        ] as [(String, String, String?)])
    func `a file's name says channel and day`(_ stem: String, _ channel: String, _ day: String?) {
        let name = IRCFileName(stem)
        #expect(name.channel == channel)
        let found = name.date.flatMap { days(year: $0.year, month: $0.month, day: $0.day) }.map(isoDay)
        #expect(found == day)
    }

    @Test func `without any day times are unknown and that is said once`() throws {
        let reading = try Reading("12:00 <a> x\n12:01 <b> y\n", IRCReader.self)
        #expect(reading.messages.allSatisfy { $0.time.milliseconds == nil })
        #expect(reading.messages.map(\.time.written) == ["12:00", "12:01"])
        #expect(reading.notes.count { $0.contains("2 lines have no day") } == 1)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `the year of a log without one turns with it`() throws {
        let log = "[31 Dec 23:59] <a> x\n[01 Jan 00:01] <a> y\n"
        let reading = try Reading(log, IRCReader.self, options: ExportOptions(stem: "c-2009-12-31"))
        #expect(reading.messages[1].time.milliseconds == exportedTime("2010-01-01 00:01", in: nil)?.milliseconds)
    }

    @Test func `mIRC's sessions name their channel and day`() throws {
        let log = "Session Start: Fri Mar 01 12:00:00 2024\nSession Ident: #dock\n[12:00] <mara> hi\n"
        let messages = try Reading(log, IRCReader.self).messages
        #expect(messages.map(\.channel.key) == ["#dock"])
        #expect(messages[0].time == exportedTimeOf("2024-03-01 12:00"))
    }

    @Test(arguments: [
        "time\tauthor\ttext\n2024-03-01 12:00:00\tjule\thi\n", "[13.03.24, 10:15:01] Tom: Hallo", "12:00 - A: x",
        "[{\"a\":1}]", "id,text\n",
    ])
    func `tables and chats are left to others`(_ text: String) {
        #expect(IRCReader.detect(Array(text.utf8)[...]) == .no)
    }

    @Test(arguments: [0, -1, 19_782, 2_932_896, -719_162])
    func `days are written as ISO 8601 does`(_ day: Int64) {
        #expect(exportedTime(isoDay(day), in: nil)?.milliseconds == day * millisecondsPerDay)
    }
}

private func exportedTimeOf(_ written: String) -> ExportedTime? { exportedTime(written, in: nil) }

import Foundation
import Testing

@testable import Exports

@Suite struct WhatsAppReaderTests {
    @Test func `a German chat keeps names, notices, files and several lines`() throws {
        let reading = try Reading(
            fixture: "whatsapp-german-android-system-edited-damaged.txt",
            options: ExportOptions(stem: "WhatsApp-Chat mit Radtreff: Kiel"))
        #expect(
            reading.messages.first?.channel
                == ExportedChannel(
                    platform: "whatsapp", key: "Radtreff: Kiel", name: "Radtreff: Kiel", grouping: .byTime))
        #expect(reading.messages.map(\.kind) == [.system, .system] + Array(repeating: .message, count: 7))
        #expect(
            reading.messages.map(\.account?.name) == [
                nil, nil, "Jule Brandt", "Oskar Lind", "Jule Brandt", "+49 170 0000000", "Oskar Lind", "Oskar Lind",
                "Jule Brandt",
            ])
        #expect(reading.messages[1].text == "Jule Brandt hat die Gruppe \"Radtreff: Kiel\" erstellt")
        #expect(reading.messages[3].text == "Ich: nur kurz\nbis 31.12.2024 ist Winterpause\n\nzwei Zeilen später")
        #expect(reading.messages[4].attachments == ["IMG-20240205-WA0001.jpg"])
        #expect(reading.messages[4].text == "Der neue Weg")
        #expect(reading.messages[5].text == "<Medien ausgeschlossen>")
        #expect(reading.messages[6].status == .deleted)
        #expect(
            reading.messages[7].text
                == "Treffpunkt Hafen <Diese Nachricht wurde bearbeitet.>\n05.02.24, 9:08_AM - Oskar Lind: kaputt")
        #expect(reading.repaired.map(\.place) == ["line 13", "line 14"])
        #expect(reading.messages.allSatisfy { $0.id == nil && $0.parent == nil })
        #expect(
            reading.messages[2].time
                == ExportedTime(
                    milliseconds: 1_707_123_660_000, written: "05.02.24, 09:01", zoneIsKnown: false))
    }

    @Test func `an iPhone's marks, notices and pasted lines are understood`() throws {
        let reading = try Reading(
            fixture: "whatsapp-iphone-marks-pasted-hostile.txt", options: ExportOptions(stem: "Harbor Crew"))
        let messages = reading.messages
        #expect(messages.map(\.kind) == [.system, .system, .message, .message, .message, .message])
        #expect(messages.map(\.account?.name) == [nil, nil, "Mara Quill", "~ Theo", "Mara Quill", "Mara Quill"])
        #expect(messages[0].time.milliseconds == exportedTime("2024-03-04T22:15:01Z", in: nil)?.milliseconds)
        #expect(messages[5].time.milliseconds == exportedTime("2024-03-05T00:00:00Z", in: nil)?.milliseconds)
        #expect(messages[0].time.written == "3/4/24, 10:15:01\u{202F}PM")
        #expect(messages[3].text == "image omitted")
        #expect(messages[4].text.hasSuffix("\n[05.02.24, 09:01] Old Chat: pasted from elsewhere"))
        #expect(messages[5].text == "\u{1B}[31mred\u{2400} \u{202E}txet\u{FFFD} end")
        #expect(reading.repaired.count == 3)
    }

    @Test(
        arguments: [
            ("look <attached: 00000004-PHOTO.jpg>", "look", ["00000004-PHOTO.jpg"]),
            ("\u{200E}<Anhang: a.opus>", "", ["a.opus"]), ("<attached: ../../etc/x.pdf>", "", ["x.pdf"]),
            ("a <b: c>", "a <b: c>", []), ("doc.pdf (file attached)\ncaption", "caption", ["doc.pdf"]),
            ("not a file (file attached)", "not a file (file attached)", []), ("null", "null", []),
            ("hi <This message was edited>", "hi", []), ("<Media omitted>", "<Media omitted>", []),
        ])
    func `what WhatsApp adds is taken off the words`(_ written: String, _ text: String, _ files: [String]) {
        let body = WhatsAppBody(written)
        #expect(body.text == text)
        #expect(body.attachments == files)
    }

    @Test(
        arguments: [
            ("1/13/21, 12:00 - A: x", "2021-01-13T12:00:00Z"), ("3/13/24, 10:15 PM - A: x", "2024-03-13T22:15:00Z"),
            ("13.03.24, 10:15 - A: x", "2024-03-13T10:15:00Z"), ("13.03.2024, 10:15 - A: x", "2024-03-13T10:15:00Z"),
            ("2024-03-13, 10:15 - A: x", "2024-03-13T10:15:00Z"), ("30/08/25 18.00 - A: x", "2025-08-30T18:00:00Z"),
            ("13.6.2018 klo 21.25.15 - A: x", "2018-06-13T21:25:15Z"),
            ("13. 6. 2018. 21:25:15 - A: x", "2018-06-13T21:25:15Z"),
            ("23/06/2018, 01:55 p.m. - A: x", "2018-06-23T13:55:00Z"),
            ("20/6/2017 8:28 p.\u{A0}m. - A: x", "2017-06-20T20:28:00Z"),
            ("[3/16/18 1:55:00 p.\u{A0}m.] A: x", "2018-03-16T13:55:00Z"),
            ("[2018/06/13, 21:25:15] A: x", "2018-06-13T21:25:15Z"),
            ("[15-01-20 02:22:56] A: x", "2020-01-15T02:22:56Z"),
            ("\u{200E}[13.03.24, 10:15:01] A: x", "2024-03-13T10:15:01Z"),
            ("3/13/24, 12:05 AM - A: x", "2024-03-13T00:05:00Z"), ("3/13/24, 12:05 PM - A: x", "2024-03-13T12:05:00Z"),
            (
                "\u{661}\u{663}/\u{660}\u{663}/\u{662}\u{660}\u{662}\u{664}\u{60C} \u{661}:\u{660}\u{660} \u{645} - A: x",
                "2024-03-13T13:00:00Z"
            ),
            ("2024. 3. 13. 오후 10:15, A: x", nil), ("[2024/3/13 下午10:15:02] A: x", "2024-03-13T22:15:02Z"),
            ("13.03.24 um 10:15 - A: x", "2024-03-13T10:15:00Z"),
            ("13.03.24 10:15 \u{2013} A: x", "2024-03-13T10:15:00Z"),
        ] as [(String, String?)])
    func `every head that telephones write is understood`(_ line: String, _ time: String?) throws {
        let source = try ByteSource(bytes: Array(line.utf8))
        guard let time else {
            #expect(WhatsAppReader.detect(source.head) == .no)
            return
        }
        #expect(try ExportFormats.detect(source).format == "whatsapp")
        let reading = try Reading(line, WhatsAppReader.self)
        #expect(reading.messages.map(\.time.milliseconds) == [exportedTime(time, in: nil)?.milliseconds])
        #expect(reading.messages.map(\.account?.name) == ["A"])
        #expect(reading.messages.map(\.text) == ["x"])
    }

    @Test(
        arguments: [
            (["02/03/2024", "03/04/2024", "25/04/2024"], "2024-03-02"), (["3/4/24", "4/25/24"], "2024-03-04"),
            (["1/1/21", "2/2/21"], "2021-01-01"), (["5/4/24", "6/4/24", "1/5/24"], "2024-04-05"),
            (["4/5/24", "4/6/24", "5/1/24"], "2024-04-05"), (["5.4.24", "6.5.24"], "2024-04-05"),
        ])
    func `the order of day and month is that of the file`(_ dates: [String], _ first: String) throws {
        let chat = dates.map { "\($0), 12:00 - A: x" }.joined(separator: "\n")
        let reading = try Reading(chat, WhatsAppReader.self)
        #expect(reading.messages.count == dates.count)
        #expect(reading.messages[0].time.milliseconds == exportedTime("\(first)T12:00:00Z", in: nil)?.milliseconds)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `damaged dates neither settle the order nor stop the file`() throws {
        let chat = ["99.99.99", "31.02.24", "01.03.24", "01.03.0000"].map { "\($0), 12:00 - A: x" }
        let reading = try Reading(chat.joined(separator: "\n") + "\n02.03.24, 24:00 - A: x", WhatsAppReader.self)
        let times = ["2024-03-01T12:00:00Z", "2024-03-03T00:00:00Z"].map { exportedTime($0, in: nil)?.milliseconds }
        #expect(reading.messages.map(\.time.milliseconds) == [nil, nil, times[0], nil, times[1]])
        #expect(reading.repaired.count == 3)
    }

    @Test func `a few forged dates do not turn the order of a file`() throws {
        let days = (1...28).map { "\($0)/3/24" } + ["4/25/24", "5/25/24"]
        let chat = days.map { "\($0), 12:00 - A: x" }.joined(separator: "\n")
        let reading = try Reading(chat, WhatsAppReader.self)
        #expect(reading.messages[0].time.milliseconds == exportedTime("2024-03-01T12:00:00Z", in: nil)?.milliseconds)
        #expect(reading.messages[28].time.milliseconds == nil)
        let even = "13/3/24, 12:00 - A: x\n3/13/24, 12:00 - A: y\n"
        #expect(throws: ExportError.self) { try Reading(even, WhatsAppReader.self) }
    }

    @Test func `years of two digits come first where the words of the day say so, or the options`() throws {
        let chat = "[24/3/13 下午10:15:02] A: x"
        let expected = exportedTime("2024-03-13T22:15:02Z", in: nil)?.milliseconds
        #expect(try Reading(chat, WhatsAppReader.self).messages[0].time.milliseconds == expected)
        let plain = ExportOptions(mapping: ["dates": "ymd"])
        let reading = try Reading("[24-03-13 22:15:02] A: x", WhatsAppReader.self, options: plain)
        #expect(reading.messages[0].time.milliseconds == expected)
    }

    @Test func `an order that stays open is asked for, never guessed`() throws {
        let chat = "02/03/2024, 12:00 - A: one\n03/04/2024, 12:00 - A: two\n"
        let error = #expect(throws: ExportError.self) { try Reading(chat, WhatsAppReader.self) }
        guard case .mapping(let reason, let columns) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("--map dates="))
        #expect(columns == ["dmy", "mdy", "ymd"])
        for (order, day) in [("dmy", "2024-03-02"), ("mdy", "2024-02-03")] {
            let reading = try Reading(chat, WhatsAppReader.self, options: ExportOptions(mapping: ["dates": order]))
            #expect(reading.messages[0].time.milliseconds == exportedTime("\(day)T12:00:00Z", in: nil)?.milliseconds)
        }
        #expect(throws: ExportError.self) {
            try Reading(chat, WhatsAppReader.self, options: ExportOptions(mapping: ["dates": "ydm"]))
        }
    }

    @Test func `a zone makes local times known`() throws {
        let reading = try Reading(
            "13.07.24, 10:15 - A: x", WhatsAppReader.self, options: ExportOptions(zone: "Europe/Berlin"))
        #expect(reading.messages[0].time.milliseconds == exportedTime("2024-07-13T08:15:00Z", in: nil)?.milliseconds)
        #expect(reading.messages[0].time.zoneIsKnown)
    }

    @Test func `a long chat is settled while it is read, in order`() throws {
        let lines = (0..<5000).map { "\(1 + $0 / 200)/2/24, 12:00 - A: \($0)" }.joined(separator: "\n")
        let reading = try Reading(lines, WhatsAppReader.self)
        #expect(reading.messages.map(\.text) == (0..<5000).map(String.init))
        #expect(reading.messages[4999].time.milliseconds == exportedTime("2024-02-25T12:00:00Z", in: nil)?.milliseconds)
        #expect(reading.repaired.isEmpty)
    }

    @Test(arguments: [20_000])
    func `a long chat that stays open is refused without being held whole`(_ count: Int) throws {
        let lines = String(repeating: "1/2/24, 12:00 - A: x\n", count: count)
        var source = try ByteSource(bytes: Array(lines.utf8), chunkSize: 4096)
        #expect(throws: ExportError.self) { try WhatsAppReader.read(&source, options: ExportOptions()) { _ in } }
        #expect(source.offset < lines.utf8.count)
    }

    @Test(
        arguments: [
            "[2019-12-24, 12:23] Jane: Signal", "[12:00:00] <jule> irc", "2024-03-01 12:00:00\tjule\tweechat",
            "[2024-03-01 12:00:00] <jule> irc", "a,b\n13.03.24,x\n", "31.12.2024 is the deadline\n",
        ])
    func `what only looks alike is left to others`(_ text: String) throws {
        #expect(WhatsAppReader.detect(try ByteSource(bytes: Array(text.utf8)).head) == .no)
    }
}

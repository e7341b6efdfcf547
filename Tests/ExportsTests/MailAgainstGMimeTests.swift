import CMime
import Foundation
import Testing

@testable import Exports

/// What is read without GMime's objects, against what GMime makes of the same bytes.
@Suite struct MailAgainstGMimeTests {
    @Test(arguments: mailFixtures.map(\.0))
    func `fixtures give what GMime gives`(_ name: String) throws {
        for mail in try mails(exportFixture(name)) { compare(mail) }
    }

    @Test(.enabled(if: !sampleMails.isEmpty), arguments: sampleMails)
    func `samples give what GMime gives`(_ path: String) throws {
        for mail in try mails(Array(Data(contentsOf: URL(filePath: path)))) { compare(mail) }
    }

    @Test(arguments: [
        "text/plain", "TEXT/Plain; charset=UTF-8", "text/html;charset=\"utf-8\"",
        "text/plain; format=flowed; delsp=yes",
        "text/plain; charset=iso-8859-15", "text/plain; charset=\"iso-2022-jp\"", "text/plain; x", "text",
        "text/x-diff",
        "text/plain; charset=utf-8; charset=koi8-r", "text/plain (comment)", "text/plain; name=a.txt", "text/plain;",
        "text/plain; charset*=us-ascii''utf-8", "application/octet-stream", "text/plain; charset=", "",
        "multipart/mixed; boundary=x",
    ])
    func `each transfer encoding of a type gives what GMime gives`(_ type: String) {
        for (encoding, body) in bodies {
            let header = "Content-Type: \(type)\nContent-Transfer-Encoding: \(encoding)\nSubject: x\n\n"
            let mail = Array((header + body).utf8)
            compareText(mail[...])
            compareText(Array((header + body).replacingOccurrences(of: "\n", with: "\r\n").utf8)[...])
        }
    }

    @Test(arguments: ["", "Content-Type: text/plain; charset=\"UTF-8\"\n", "Content-Type: TEXT/HTML\n"])
    func `mails that are nothing but text need no objects of GMime`(_ field: String) {
        for (encoding, body) in bodies.prefix(4) {
            let mail = Array("Subject: x\n\(field)Content-Transfer-Encoding: \(encoding)\n\n\(body)".utf8)[...]
            let headers = MailHeaders(mail)
            #expect(MailContent.singlePart(headers, mail[headers.bodyStart...]) != nil)
        }
    }

    private let bodies = [
        ("7bit", "hello\n> quote\n"), ("8bit", "größer\n"), ("binary", "a\u{0}b\n"), ("", "x\n\n"), ("", ""),
        ("quoted-printable", "gr=C3=B6=\nsser =ZZ =\n"), ("quoted-printable", "=1B[J=\n"),
        ("Quoted-Printable", "a  \nb=20\n=E4=F6\n"), ("base64", "Z3LDtsOfZXIK\n"), ("BASE64", "!!!not base64!!!\n"),
        ("base64", "aGVs\nbG8=\nIHRoZXJl\n"), ("base64", "\n"), ("x-uuencode", "x\n"), ("unknown", "hm =41\n"),
        ("7bit", String(repeating: "a long line ", count: 2000)),
    ]

    private func mails(_ bytes: [UInt8]) throws -> [[UInt8]] {
        guard MboxReader.detect(bytes[...]) == .certain else { return [bytes] }
        var cutter = try MboxCutter(ByteSource(bytes: bytes))
        var mails: [[UInt8]] = []
        while let mail = try cutter.next() { mails.append(Array(cutter.bytes(mail))) }
        return mails
    }

    private func compare(_ mail: [UInt8]) {
        compareText(mail[...])
        compareHeaders(mail)
    }

    private func compareText(_ mail: ArraySlice<UInt8>) {
        let headers = MailHeaders(mail)
        let body = mail[headers.bodyStart...]
        guard let single = MailContent.singlePart(headers, body) else { return }
        var byUs = MailContent(headers, body: [])
        byUs.texts = [single]
        let byGMime = MailContent(partsOf: body, headers)
        var repairs = (MailRepairs(), MailRepairs())
        let texts = (MailText.read(byUs, repairs: &repairs.0), MailText.read(byGMime, repairs: &repairs.1))
        #expect(texts.0.text == texts.1.text)
        #expect(texts.0.markup == texts.1.markup)
        #expect(repairs.0 == repairs.1)
        #expect(byGMime.attachments.isEmpty)
        #expect(byGMime.repairs.isEmpty)
    }

    /// Subject, id, sender and date of mails that are well-formed: on damage, GMime and we repair differently.
    private func compareHeaders(_ mail: [UInt8]) {
        let headers = MailHeaders(mail[...])
        let oracle = GMimeHeaders(mail)
        var repairs: MailRepairs = []
        let subject = headers[.subject].map { EncodedWords.text($0, repairs: &repairs) }
        let author = headers[.from].flatMap { MailAddress($0, repairs: &repairs) }
        guard repairs.isEmpty else { return }
        #expect(subject == oracle.subject.map { $0.split { $0.isWhitespace }.joined(separator: " ") })
        if let author, !author.isObscured, author.address.contains("@") {
            #expect(author.address == oracle.address)
            if !author.name.isEmpty { #expect(author.name == oracle.name) }
        }
        // GMime ends an id before a second `@`; we keep what is written.
        if let id = MessageIDs.own(headers[.messageID]), !id.contains(" "), id.count(where: { $0 == "@" }) < 2 {
            #expect(id == oracle.id)
        }
        if let date = headers[.date].flatMap(MailDate.read), date.zoneIsKnown {
            #expect(date.milliseconds == oracle.milliseconds)
        }
    }
}

/// The header of a mail by GMime alone.
private struct GMimeHeaders {
    var subject: String?
    var id: String?
    var name: String?
    var address: String?
    var milliseconds: Int64?

    init(_ mail: [UInt8]) {
        g_mime_init()
        let stream = mail.withUnsafeBytes {
            g_mime_stream_mem_new_with_buffer($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        let parser = g_mime_parser_new_with_stream(stream)
        defer {
            g_object_unref(parser)
            g_object_unref(stream)
        }
        guard let message = g_mime_parser_construct_message(parser, nil) else { return }
        defer { g_object_unref(message) }
        subject = g_mime_message_get_subject(message).map { String(cString: $0) }
        id = g_mime_message_get_message_id(message).map { String(cString: $0) }
        if let date = g_mime_message_get_date(message) { milliseconds = Int64(g_date_time_to_unix(date)) * 1000 }
        let list = g_mime_message_get_from(message)
        guard internet_address_list_length(list) > 0, let first = internet_address_list_get_address(list, 0) else {
            return
        }
        name = internet_address_get_name(first).map { String(cString: $0) }
        address = first.withMemoryRebound(to: InternetAddressMailbox.self, capacity: 1) {
            internet_address_mailbox_get_addr($0).map { String(cString: $0) }
        }
    }
}

private let sampleMails: [String] = {
    let root = "/work/shared/samples/chat"
    let files = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String]) ?? []
    return files.filter { ($0.hasPrefix("mbox/") && $0.hasSuffix(".mbox")) || $0.hasPrefix("maildir/") }
        .map { "\(root)/\($0)" }
        .filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        }
        .sorted()
}()

/// Samples of other people's mail, where they are present; the counts are those of their SOURCES.tsv.
@Suite(.enabled(if: !sampleMails.isEmpty))
struct MailSamplesTests {
    @Test(
        arguments: [
            ("complex", 2), ("iso8859_encoding", 1), ("multipart", 2), ("no_fields", 6), ("single", 1),
            ("unixfrom_encoding", 1), ("unknown_encoding", 1),
        ])
    func `all mails of a mailbox are taken over`(_ name: String, _ count: Int) throws {
        let reading = try Reading(ByteSource(path: "/work/shared/samples/chat/mbox/perceval_mbox_\(name).mbox"))
        #expect(reading.messages.count == count)
        #expect(reading.skipped.isEmpty)
        #expect(reading.messages.allSatisfy { $0.time.milliseconds != nil && !$0.text.isEmpty })
    }

    @Test(arguments: [("2015_november", 4, 3), ("2016_april", 3, 2), ("2016_march", 1, 0)])
    func `archives of lists are taken over with their answers`(_ name: String, _ count: Int, _ answers: Int) throws {
        let reading = try Reading(ByteSource(path: "/work/shared/samples/chat/mbox/perceval_pipermail_\(name).mbox"))
        #expect(reading.messages.count == count)
        #expect(reading.messages.count { $0.parent != nil } == answers)
        #expect(reading.messages.allSatisfy { !$0.isPrivate })
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
    }

    @Test(arguments: [("notmuch_default", 53, 52, DetectionConfidence.certain), ("notmuch_html", 2, 2, .possible)])
    func `Maildirs are taken over`(_ name: String, _ count: Int, _ ids: Int, _ confidence: DetectionConfidence) throws {
        let tree = try folder(name)
        #expect(MaildirReader.detect(tree) == confidence)
        let reading = try Reading(tree, MaildirReader.self)
        #expect(reading.messages.count == count)
        #expect(Set(reading.messages.map(\.id)).count == ids)
        #expect(reading.skipped.isEmpty)
        guard name == "notmuch_default" else { return }
        let times = reading.messages.compactMap(\.time.milliseconds)
        #expect(times.min() == exportedTime("2009-11-17T15:28:37Z", in: nil)?.milliseconds)
        #expect(times.max() == exportedTime("2010-12-29T14:07:54Z", in: nil)?.milliseconds)
    }

    @Test func `mails that answer each other are both taken over`() throws {
        let reading = try Reading(folder("notmuch_broken"), MaildirReader.self)
        #expect(reading.messages.count == 4)
        #expect(reading.skipped.isEmpty)
    }

    private func folder(_ name: String) throws -> MemoryTree {
        let mails = sampleMails.filter { $0.contains("/maildir/\(name)/") }
        return MemoryTree(
            try mails.map { path in
                let inner = path.components(separatedBy: "/maildir/")[1]
                return (inner, Array(try Data(contentsOf: URL(filePath: path))))
            })
    }
}

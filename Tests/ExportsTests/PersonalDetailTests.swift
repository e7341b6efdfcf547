import Foundation
import Testing

@testable import Exports

@Suite struct PersonalDetailTests {
    private static let fixtures: [(name: String, values: [String])] = [
        ("wxr-hafenblog.xml", ["email Wiebke@Example.org", "ip 192.0.2.7"]),
        ("disqus-hafenforum.xml", ["email Tjark@Example.org", "ip 192.0.2.7"]),
        ("isso-one-thread.json", ["ip 0.0.0.0"]),
        ("isso-comments.db", ["email mara@steg.example", "ip 1.2.3.4"]),
        ("commento-gartenblog.json", ["email alma@garten.example", "email bodo@garten.example"]),
        ("remark42-bootsverein.jsonl", ["ip ae12f0aadf"]),
        ("intercom-notes-assignment.json", ["email cara@example.com"]),
        ("zendesk-comments-users-notes.json", ["email mara@example.com", "email ada@example.com"]),
        ("reddit-gdpr-comments-damaged.csv", ["ip 192.0.2.7"]),
    ]

    private func reading(_ fixture: String, keeps: Bool) throws -> Reading {
        try Reading(fixture: fixture, options: ExportOptions(keepsPersonal: keeps))
    }

    private func words(_ messages: [ExportedMessage]) -> Set<String> {
        Set(messages.flatMap(\.personal).map { "\($0.kind.rawValue) \($0.value)" })
    }

    @Test(arguments: fixtures)
    func `addresses are handed over where they are asked for`(_ name: String, _ values: [String]) throws {
        #expect(words(try reading(name, keeps: true).messages).isSuperset(of: values))
    }

    @Test(arguments: fixtures)
    func `they are nowhere otherwise, and nothing else differs`(_ name: String, _ values: [String]) throws {
        let plain = try reading(name, keeps: false)
        #expect(words(plain.messages) == [])
        for value in values.compactMap({ $0.split(separator: " ").last }) {
            #expect(!"\(plain)".lowercased().contains(value.lowercased()))
        }
        let kept = try reading(name, keeps: true).messages.map { message in
            var message = message
            message.personal = []
            return message
        }
        #expect(kept == plain.messages)
    }

    @Test func `Google Chat's people have addresses`() throws {
        let options = ExportOptions(keepsPersonal: true)
        let reading = try Reading(GoogleChatReaderTests.messages, GoogleChatReader.self, options: options)
        #expect(words(reading.messages) == ["email Mira@example.org", "email j@example.org"])
    }

    @Test func `a ticket by telephone has the caller's number`() throws {
        let ticket = #"""
            {"ticket":{"id":7,"requester_id":1,"submitter_id":1,"subject":"Anruf","description":"Moin",
             "via":{"channel":"voice","source":{"from":{"phone":"+49 40 123"}}}},
             "users":[{"id":1,"name":"Kai","email":"kai@example.org","phone":"+49 40 123"}]}
            """#
        let options = ExportOptions(keepsPersonal: true)
        let reading = try Reading(ticket, ZendeskReader.self, options: options)
        #expect(reading.messages.first?.personal.map(\.value) == ["+49 40 123", "kai@example.org"])
    }

    @Test(arguments: [(" a@b.example\n", "a@b.example"), ("", nil), (" \t", nil), (nil, nil)] as [(String?, String?)])
    func `blanks around a value are no part of it`(_ written: String?, _ value: String?) {
        #expect(PersonalDetail(.email, written)?.value == value)
    }

    @Test func `what is too long is no address`() {
        #expect(PersonalDetail(.ip, String(repeating: "1", count: 1025)) == nil)
    }
}

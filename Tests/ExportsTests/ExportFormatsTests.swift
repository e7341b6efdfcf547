import Testing

@testable import Exports

@Suite struct ExportFormatsTests {
    @Test(
        arguments: [
            (#"{"guild":{"id":"1"},"channel":{"id":"2"},"messages":["#, "discord"),
            (#"{"name":"x","type":"private_group","id":1,"messages":["#, "telegram"),
            (#"{"about":"x","personal_information":{"a":1},"contacts":{"list":["#, "telegram"),
            (#"{"id":1,"text":"guild channel messages"}"#, "jsonl"), ("  \n{\"a\":1}\n{\"b\":2}\n", "jsonl"),
            ("[{\"a\":1}]", "json"), (#"{"n":1,"items":[{"text":"a"}]}"#, "json"),
            (#"{"note":1,"text":"b","files":[{"text":"a"}]}"#, "jsonl"),
            ("{\"n\":1,\"items\":[{\"text\":\"a\"}]}\n{\"n\":2}", "jsonl"),
            ("{\n\"n\":[\n{\"text\":1}\n]}", "json"), ("{\n\"n\":[\n{\"wort\":1}\n]}", "json"),
            ("window.YTD.tweets.part0 = [", "x-archive"), (#"{"comments_v2":["#, "facebook-dyi"),
            (#"{"comments_media_comments":["#, "instagram-dyi"),
            (#"{"thread":{"$type":"app.bsky.feed.defs#threadViewPost","post":{"#, "bluesky"),
            (#"{"Comment":{"Comments":{"CommentsList":["#, "tiktok"),
            (#"{"type":"OrderedCollection","orderedItems":[{"type":"Create","actor":"a","#, "mastodon-outbox"),
            (#"{"id_str":"1","created_at":"x","text":"a","user":{"id_str":"2"}}"#, "x1"),
            (#"{"data":[{"timestamp":"2024-06-01T08:00:00+0000","text":"a","username":"b"}]}"#, "instagram"),
            ("From a@b.example Mon Jan 15 10:30:00 2024\nFrom: a\n\n", "mbox"),
            ("From: a@b.example\nDate: x\n\n", "eml"),
            (#"{"room_name":"a","room_creator":"b","topic":"c","exported_by":"e","messages":["#, "matrix"),
            (#"{"participants":[{"name":"A"}],"messages":[{"sender_name":"A","timestamp_ms":1"#, "messenger"),
            (#"{"version":1,"backupTimeMs":"1"}"#, "signal"), ("[2024-06-01, 14:00] A: x", "signal-markdown"),
            ("id,text\n", "csv"), ("text\nhello\n", "csv"), ("a;b\n1;2\n", "csv"),
            ("id,text\n", "csv"),
            ("[05.02.24, 09:00:00] Jule: hi\n", "whatsapp"), ("2/5/24, 09:00 - Jule: hi\n", "whatsapp"),
            ("[09:00:00] <jule> hi\n", "irc"), ("--- Log opened Fri Mar 01 12:00:00 2024\n", "irc"),
            ("AuthorID,Author,Date,Content,Attachments,Reactions\n", "discord-csv"),
            ("comment id,channel id,video id,comment text\n", "youtube-takeout"),
            ("id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n", "reddit-gdpr"),
            ("Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n", "linkedin"),
            ("Package Name,Star Rating,Review Text\n", "googleplay"), ("Review ID,Review Stars\n", "trustpilot"),
            ("id,permalink,date,subreddit,title,selftext,body\n", "csv"),
            ("text\nhello\n", "csv"), ("a;b\n1;2\n", "csv"),
        ])
    func `formats are recognised by content`(_ content: String, _ format: String) throws {
        let source = try ByteSource(bytes: Array(content.utf8))
        #expect(try ExportFormats.detect(source).format == format)
    }

    @Test(
        arguments: [
            (Array("<!DOCTYPE html><p>".utf8), "HTML"), (Array("SQLite format 3\0".utf8), "SQLite"),
            ([0x1F, 0x8B, 8, 0], "compressed"), ([0x50, 0x4B, 3, 4], "zip"),
            (Array("id,text\n".utf8).flatMap { [$0, 0] }, "UTF-16"),
            ((0..<200).map { UInt8(truncatingIfNeeded: $0 &* 73) }, "binary"), (Array("[1,[2]]".utf8), "array"),
            (Array("{\n \"a\": 1\n}".utf8), "JSON"), (Array("\n\n\r\n".utf8), "blank"),
            (Array("hello there\n".utf8), "text"),
        ] as [([UInt8], String)])
    func `what is no export is refused with a hint`(_ bytes: [UInt8], _ word: String) throws {
        let source = try ByteSource(bytes: bytes)
        let error = #expect(throws: ExportError.self) { try ExportFormats.detect(source) }
        guard case .unknownFormat(let hint) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(hint.contains(word), "\(hint)")
    }

    @Test func `an empty file is called empty`() throws {
        let source = try ByteSource(bytes: [])
        #expect(throws: ExportError.empty) { try ExportFormats.detect(source) }
    }

    @Test func `formats have names of their own`() {
        let names = ExportFormats.all.map { $0.format }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { ExportFormats.named($0)?.format == $0 })
        #expect(ExportFormats.named("fax") == nil)
        let trees = ExportFormats.trees.map { $0.format }
        #expect(Set(trees).count == trees.count)
    }
}

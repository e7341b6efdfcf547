import Foundation
import Testing

@Suite struct ImportCommandTests {
    @Test func `the second import of a file adds nothing`() throws {
        let lotse = try LotseProgram()
        let file = try lotse.forum()
        let first = try lotse.run("import", "--json", file)
        #expect(first.status == 0)
        #expect(first.objects.first?["imported"] as? Int == 3)
        let second = try lotse.run("import", "--json", file)
        #expect(second.objects.first?["imported"] as? Int == 0)
        #expect(second.objects.first?["duplicate"] as? Int == 3)
    }

    @Test func `one line sums an import up and the guessed columns are shown`() throws {
        let lotse = try LotseProgram()
        let result = try lotse.run("import", try lotse.forum())
        #expect(result.lines.count == 1)
        #expect(result.out.contains("3 read, 3 new"))
        #expect(result.err.contains("text=text"))
    }

    @Test func `a bad file does not stop the others and the status is 1`() throws {
        let lotse = try LotseProgram()
        let good = try lotse.forum()
        let bad = try lotse.write(
            "broken.json", ["{\"guild\":{\"id\":\"1\"},\"channel\":{\"id\":\"2\"},\"messages\":[{\"id\":"])
        let result = try lotse.run("import", "--json", bad, good)
        #expect(result.status == 1)
        #expect(result.objects.count == 2)
        #expect((result.objects.first?["errors"] as? [String])?.count == 1)
        #expect(result.objects.last?["imported"] as? Int == 3)
        #expect(result.err.hasPrefix("lotse: "))
    }

    @Test func `a refused export leaves the store as it was`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", try lotse.forum())
        let before = try lotse.run("doctor", "--digest")
        let rows = (0..<3000).map {
            "{\"id\":\"\($0)\",\"content\":\"x\",\"timestamp\":\"2026-10-31T10:00:00Z\",\"author\":{\"id\":\"1\",\"name\":\"a\"}}"
        }
        let head = "{\"guild\":{\"id\":\"1\",\"name\":\"g\"},\"channel\":{\"id\":\"2\",\"name\":\"c\"},\"messages\":["
        let cut = try lotse.write("cut.json", [head + rows.joined(separator: ",\n")])
        #expect(try lotse.run("import", cut).status == 1)
        #expect(try lotse.run("doctor", "--digest").out == before.out)
    }

    @Test func `standard input and a folder are taken`() throws {
        let lotse = try LotseProgram()
        let line = "{\"id\":\"9\",\"author\":\"Kim\",\"time\":\"2026-10-31T10:00:00Z\",\"text\":\"von draußen\"}\n"
        #expect(
            try lotse.run(bytes: ["import", "--json", "-"].map { Array($0.utf8) }, input: line).objects.first?[
                "imported"] as? Int == 1)
        try FileManager.default.createDirectory(atPath: lotse.folder + "/exports", withIntermediateDirectories: true)
        _ = try lotse.write("exports/a.jsonl", [line])
        _ = try lotse.write("exports/b.csv", ["author,text,time", "Lea,Moin,2026-10-30"])
        let result = try lotse.run("import", "--json", lotse.folder + "/exports")
        #expect(result.objects.map { $0["format"] as? String } == ["jsonl", "csv"])
    }

    @Test func `old conversations start as resolved unless all are wanted`() throws {
        let old = [
            #"{"id":"1","author":"Mia","time":"2025-01-01T10:00:00Z","text":"alt"}"#,
            #"{"id":"2","author":"Ole","time":"2026-10-31T11:00:00Z","text":"neu"}"#,
        ]
        let calm = try LotseProgram()
        #expect(try calm.run("import", "--json", try calm.write("a.jsonl", old)).objects.first?["calm"] as? Int == 1)
        #expect(try calm.run("list", "--json").objects.count == 1)
        let all = try LotseProgram()
        _ = try all.run("import", "--inbox-from", "all", try all.write("a.jsonl", old))
        #expect(try all.run("list", "--json").objects.count == 2)
    }

    @Test func `a name that is no UTF-8 is opened and shown safely`() throws {
        let lotse = try LotseProgram()
        let name = Array((lotse.folder + "/").utf8) + [0xFF, 0x9B, 0x1B] + Array("]0;x.jsonl".utf8)
        let descriptor = open(name.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
        let line = Array("{\"id\":\"1\",\"author\":\"Mia\",\"text\":\"Moin\"}\n".utf8)
        #expect(write(descriptor, line, line.count) == line.count)
        close(descriptor)
        let result = try lotse.run(bytes: [Array("import".utf8), name])
        #expect(result.status == 0)
        #expect(result.out.contains("1 new"))
        #expect(!(result.out + result.err).unicodeScalars.contains("\u{1B}"))
    }

    @Test func `the likeliest team account comes with its command`() throws {
        let lotse = try LotseProgram()
        var lines = (0..<4).map {
            #"{"id":"q\#($0)","author":"Mia","author_id":"m","time":"2026-10-31T10:0\#($0):00Z","text":"?"}"#
        }
        lines += (0..<4).map {
            #"{"id":"a\#($0)","author":"Shop","author_id":"it's us","time":"2026-10-31T11:0\#($0):00Z","text":"!","reply_to":"q\#($0)"}"#
        }
        let result = try lotse.run("import", "--platform", "forum", try lotse.write("f.jsonl", lines))
        // The name is a stranger's text: the command names the account by its digest.
        let command = try #require(result.err.split(separator: "\n").first { $0.contains("lotse team add forum ") })
        let digest = try #require(command.split(separator: " ").last.map(String.init))
        #expect(digest.count == 32 && digest.allSatisfy(\.isHexDigit))
        #expect(try lotse.run("team", "add", "forum", digest).status == 0)
        #expect(try lotse.run("undo").status == 0)
        #expect(try lotse.run("team", "list", "--json").objects.isEmpty)
        #expect(try lotse.run("team", "add", "forum", "it's us").status == 0)
        #expect(try lotse.run("team", "list", "--json").objects.first?["account"] as? String == "it's us")
        #expect(try lotse.run("team", "add", "forum", "nobody").status == 1)
    }

    @Test func `an import is listed and taken back, and what was there before stays`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", try lotse.forum())
        let before = try lotse.run("doctor", "--digest").out
        let more = try lotse.write("more.jsonl", [#"{"id":"x1","author":"Ole","text":"Neu hier"}"#])
        _ = try lotse.run("import", more)
        #expect(try lotse.run("import", "list", "--json").objects.map { $0["messages"] as? Int }.first == 1)
        let undone = try lotse.run("import", "undo", "2", "--json").objects.first
        #expect(undone?["removed"] as? Int == 1)
        #expect(undone?["kept"] as? Int == 0)
        #expect(try lotse.run("doctor", "--digest").out == before)
        let again = try lotse.run("import", "undo", "2")
        #expect(again.status == 1)
        #expect(again.err.contains("There is no import 2."))
    }

    @Test func `looking and rehearsing import nothing`() throws {
        let lotse = try LotseProgram()
        let file = try lotse.forum()
        let found = try lotse.run("import", "--detect", "--json", file).objects.first
        #expect(found?["format"] as? String == "jsonl")
        #expect(found?["confidence"] as? String == "possible")
        let rehearsed = try lotse.run("import", "--dry-run", "--json", file).objects.first
        let count = try #require(rehearsed?["imported"] as? Int)
        #expect(count > 0)
        #expect(try lotse.run("list", "--json").objects.isEmpty)
        #expect(try lotse.run("import", "--json", file).objects.first?["imported"] as? Int == count)
    }

    @Test func `an export that was cut short is refused with its place, and salvaged when asked to`() throws {
        let lotse = try LotseProgram()
        let cut = try lotse.write(
            "cut.json",
            [
                #"{"guild":{"id":"1","name":"Hafen"},"channel":{"id":"2","type":"GuildTextChat","name":"steg"},"messages":["#,
                #"{"id":"10","type":"Default","timestamp":"2026-10-31T10:00:00+00:00","content":"Moin","author":{"id":"5","name":"Mia"}},"#,
                #"{"id":"11","type":"Default","timest"#,
            ])
        let refused = try lotse.run("import", cut)
        #expect(refused.status == 1)
        #expect(refused.err.contains("ends too early") && refused.err.contains("--salvage"))
        let salvaged = try lotse.run("import", "--salvage", "--json", cut).objects.first
        #expect(salvaged?["imported"] as? Int == 1)
        #expect((salvaged?["notes"] as? [String])?.contains { $0.hasPrefix("Cut short at ") } == true)
    }
}

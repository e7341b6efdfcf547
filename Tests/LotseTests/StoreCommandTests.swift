import Foundation
import Testing

@Suite struct StoreCommandTests {
    @Test func `messages come back byte for byte through export and import`() throws {
        let lotse = try LotseProgram()
        let lines = [
            #"{"id":"1","author":"Mia \u001b[31m","author_id":"u1","time":"2026-10-31T10:00:00.123Z","text":"a\u0000\u202eb\n\tc 🙂‍","likes":3}"#,
            #"{"id":"2","author":"Ole","time":"31.10.2026 10:00","text":"zoneless","reply_to":"gone","status":"pending"}"#,
            #"{"author":"Ole","time":"never","text":"no id"}"#, #"{"author":"Ole","time":"never","text":"no id"}"#,
            #"{"id":"5","text":"nobody","thread_id":"t","thread_title":"Thema","private":true,"rating":4,"language":"de","permalink":"https://example.org/5","attachments":["a.png","b c.pdf"]}"#,
        ]
        _ = try lotse.run("import", try lotse.write("odd.jsonl", lines))
        let first = try lotse.run("export", "messages", "--jsonl")
        #expect(first.lines.count == 5)
        let other = try LotseProgram()
        let result = try other.run("import", "--json", try other.write("again.jsonl", first.lines))
        #expect(result.objects.first?["format"] as? String == "lotse")
        #expect(result.objects.first?["imported"] as? Int == 5)
        let second = try other.run("export", "messages", "--jsonl")
        #expect(second.lines.count == 5)
        #expect(second.out == first.out)
    }

    @Test func `a backup opens and is never written over`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", try lotse.forum())
        let file = lotse.folder + "/backup.db"
        #expect(try lotse.run("backup", file).status == 0)
        #expect(try lotse.run("backup", file).status == 1)
        let list = ["list", "--store", file, "--now", "2026-11-01T12:00:00Z"].map { Array($0.utf8) }
        #expect(try lotse.run(bytes: list, withStore: false).lines.count == 2)
    }

    @Test func `the doctor finds a fresh store sound and its projections true`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", try lotse.forum())
        _ = try lotse.run("resolve", try lotse.id("Rad"))
        let result = try lotse.run("doctor")
        #expect(result.status == 0)
        #expect(result.out.contains("synchronous=2"))
        #expect(result.out.contains("The store is sound."))
        #expect(try lotse.run("doctor", "--rebuild").status == 0)
    }

    @Test func `what is no store is refused with a sentence`() throws {
        let lotse = try LotseProgram()
        let file = try lotse.write("text.db", [String(repeating: "kein Store ", count: 20)])
        let result = try lotse.run(bytes: ["list", "--store", file].map { Array($0.utf8) }, withStore: false)
        #expect(result.status == 1)
        #expect(result.err.contains("is not a store of lotse"))
    }

    @Test func `settings are written once, shown, and an error names its line`() throws {
        let lotse = try LotseProgram()
        let file = lotse.folder + "/config/config.toml"
        func config(_ arguments: String...) throws -> LotseProgram.Result {
            try lotse.run(bytes: (["config", "--config", file] + arguments).map { Array($0.utf8) }, withStore: false)
        }
        #expect(try config("--init").status == 0)
        #expect(try config("--init").status == 1)
        #expect(try config().out.contains("theme     dark"))
        #expect(try config().out.contains("layout    auto"))
        #expect(try config().out.contains("clipboard auto"))
        #expect(try config().out.contains("panes     inbox_columns=auto inbox_rows=auto"))
        #expect(try config("--path").out.contains(file))
        try Data("me = \"lotte\"\nthem = \"dark\"\n".utf8).write(to: URL(fileURLWithPath: file))
        let broken = try config()
        #expect(broken.status == 1)
        #expect(broken.err.contains("config.toml:2:"))
    }

    @Test func `all settings of the file are shown, views and macros too`() throws {
        let lotse = try LotseProgram()
        let file = lotse.folder + "/own.toml"
        let settings = """
            clipboard = "osc52"
            [panes]
            inbox_columns = 70
            [views.Storm]
            query = "is:open label:storm"
            sort = "waiting"
            [macros]
            thanks = ":label thanks\\n:resolve acknowledged"
            """
        try Data(settings.utf8).write(to: URL(fileURLWithPath: file))
        let shown = try lotse.run(bytes: ["config", "--config", file].map { Array($0.utf8) }, withStore: false)
        #expect(shown.status == 0)
        for line in [
            "clipboard osc52", "panes     inbox_columns=70 inbox_rows=auto",
            "view      Storm sort=waiting is:open label:storm", "macro     thanks :label thanks :resolve acknowledged",
        ] {
            #expect(shown.lines.contains { $0 == line }, "\(line)")
        }
    }

    @Test func `the demo imports its exports and shows a screen`() throws {
        let lotse = try LotseProgram()
        let result = try lotse.run("demo")
        #expect(result.status == 0)
        #expect(result.lines.count > 10)
        #expect(result.out.contains("discord"))
        #expect(!FileManager.default.fileExists(atPath: lotse.store))
    }

    @Test func `formats are listed`() throws {
        let formats = try LotseProgram().run("formats", "--json").objects.compactMap { $0["format"] as? String }
        #expect(formats == formats.sorted() && Set(formats).isSuperset(of: ["discord", "wxr", "csv", "x-archive"]))
        #expect(Set(formats).count == formats.count)
    }
}

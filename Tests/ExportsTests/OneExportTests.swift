import Testing

@testable import Exports

@Suite struct OneExportTests {
    private static let tweets = "window.YTD.tweets.part0 = [ ]"
    private static let slack = [
        ("users.json", "[]"), ("channels.json", #"[{"id":"C1","name":"kai"}]"#),
        ("kai/2026-10-31.json", #"[{"type":"message","user":"U1","text":"Moin","ts":"1700000000.000100"}]"#),
    ]

    private func isOne(_ files: [(path: String, text: String)]) -> Bool {
        ExportFormats.isOneExport(MemoryTree(texts: files.sorted { $0.path < $1.path }))
    }

    private func slack(in folder: String) -> [(path: String, text: String)] {
        Self.slack.map { (folder + $0.0, $0.1) }
    }

    @Test func `a layout in the folder itself is one export`() {
        #expect(isOne(slack(in: "")))
    }

    @Test func `an archive whose files lie in a subfolder beside its pages is one export`() {
        #expect(isOne([("Your archive.html", "<html>"), ("data/tweets.js", Self.tweets), ("assets/x.js", "var a=1;")]))
    }

    @Test func `a layout beside another export is not all that is there`() {
        #expect(!isOne(slack(in: "slack/") + [("b.csv", "author,text\nMia,Moin\n")]))
        #expect(!isOne(slack(in: "slack/") + [("chat/b.csv", "author,text\nMia,Moin\n")]))
    }

    @Test func `two layouts side by side are two exports`() {
        #expect(!isOne(slack(in: "a/") + slack(in: "b/")))
    }

    @Test func `what lies deeper is looked at too`() {
        #expect(isOne(slack(in: "a/b/")))
        #expect(!isOne(slack(in: "a/b/") + slack(in: "a/c/")))
        #expect(!isOne(slack(in: "a/b/") + [("a/b.csv", "author,text\nMia,Moin\n")]))
    }

    @Test func `a folder without a layout is no export`() {
        #expect(!isOne([("b.csv", "author,text\nMia,Moin\n")]))
        #expect(!isOne([]))
    }
}

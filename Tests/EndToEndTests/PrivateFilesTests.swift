import Foundation
import Pseudoterminals
import Testing

/// Promise P21: nobody else on the host reads what is written.
@Suite struct PrivateFilesTests {
    @Test func `P21: no file or folder of a session is for others, whatever the umask`() throws {
        let home = try EveningTests.Home()
        func run(_ command: String) throws -> Pseudoterminal {
            let terminal = try Pseudoterminal(
                "/bin/sh", ["-c", "umask 000; exec \"$0\" \(command)", BuiltProducts.path("lotse")],
                environment: home.environment.merging(["EDITOR": "true", "VISUAL": ""]) { $1 },
                directory: home.folder)
            terminal.owner = home
            return terminal
        }
        #expect(try run("import --inbox-from all posts.jsonl").waitForExit() == .exited(0))
        let terminal = try run("")
        try terminal.wait(for: "3 to answer")
        try terminal.send(":theme plain\r", awaiting: "theme: plain")
        try terminal.send("Qx", awaiting: "recording x")
        try terminal.send("jQ", awaiting: "recorded into x")
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("Geheim\u{18}\u{05}", awaiting: "Geheim")
        try terminal.send("\u{18}\u{13}", awaiting: "reply queued")
        #expect(try terminal.quit() == .exited(0))
        #expect(try run("backup copy.db").waitForExit() == .exited(0))
        #expect(try run("outbox export --output replies.jsonl").waitForExit() == .exited(0))
        #expect(try run("config --init").waitForExit() == .exited(0))
        for file in ["copy.db", "replies.jsonl"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: home.folder + "/" + file)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
        }
        for folder in ["data/lotse", "state/lotse", "config/lotse"] {
            let paths = try FileManager.default.subpathsOfDirectory(atPath: home.folder + "/" + folder)
            #expect(!paths.isEmpty)
            for path in paths.map({ "\(folder)/\($0)" }) + [folder] {
                let attributes = try FileManager.default.attributesOfItem(atPath: home.folder + "/" + path)
                let mode = try #require(attributes[.posixPermissions] as? Int)
                #expect(mode & 0o077 == 0, "\(path) \(String(mode, radix: 8))")
            }
        }
    }
}

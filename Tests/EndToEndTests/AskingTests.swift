import Foundation
import Pseudoterminals
import Testing

/// What an import asks on a terminal.
@Suite(.serialized) struct AskingTests {
    /// A home with two layouts that know the same file.
    private func home() throws -> EveningTests.Home {
        let home = try EveningTests.Home()
        let formats = home.folder + "/config/lotse/formats"
        try FileManager.default.createDirectory(atPath: formats, withIntermediateDirectories: true)
        for name in ["hafenforum", "kaiforum"] {
            let layout = """
                platform = "\(name)"
                kind = "json"
                list = "data.items"
                marks = ["post_no"]

                [roles]
                id = "post_no"
                text = "body"
                """
            try layout.write(toFile: "\(formats)/\(name).toml", atomically: true, encoding: .utf8)
        }
        try #"{"data":{"items":[{"post_no":"7","body":"Moin"}]}}"#.write(
            toFile: home.folder + "/forum.json", atomically: true, encoding: .utf8)
        return home
    }

    @Test func `a file that may be two formats is imported as the one that is chosen`() throws {
        let home = try self.home()
        let terminal = try home.open(["import", "forum.json"])
        try terminal.wait(for: "2  kaiforum")
        terminal.send("9\r")
        try terminal.wait(for: "from 1 to 2")
        terminal.send("2\r")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.text.contains("(kaiforum): 1 read, 1 new"))
        #expect(try home.run("import", "list").contains("kaiforum"))
    }

    @Test func `Enter leaves it out, and the end of input refuses it with the candidates`() throws {
        let home = try self.home()
        let leaving = try home.open(["import", "forum.json"])
        try leaving.wait(for: "Which is it?")
        leaving.send("\r")
        #expect(try leaving.waitForExit() == .exited(0))
        #expect(leaving.screen.text.contains("forum.json: left out."))
        let ending = try home.open(["import", "forum.json"])
        try ending.wait(for: "Which is it?")
        ending.send("\u{4}")
        #expect(try ending.waitForExit() == .exited(1))
        #expect(ending.screen.text.contains("hafenforum, kaiforum. Say which with"))
    }
}

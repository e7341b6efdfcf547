import Foundation
import Pseudoterminals
import TestSupport
import Testing

/// Links and copying in whole sessions: what is started, what the terminal is sent, and what the screen says of it.
@Suite struct LinkTests {
    private static let post = #"""
        {"id":"L1","author":"Eve","author_id":"e1","created_at":"2026-11-02T10:00:00Z","text":"see [bank.example](https://evil.example/?a=1&b=$(touch%20PWNED)) or https://a.example/2"}
        """#

    private let hostileAddress = "https://evil.example/?a=1&b=$(touch%20PWNED)"

    /// A session in the thread of a message with two links.
    private func open(
        _ environment: [String: String], programs: [String: String] = [:], config: String = "", columns: Int = 80,
        rows: Int = 24
    ) throws -> (terminal: Pseudoterminal, folder: String) {
        let shop = try Shop(posts: [Self.post])
        let folder = shop.home.folder
        let bin = folder + "/bin"
        try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
        for (name, script) in programs {
            try Script.write(script, to: "\(bin)/\(name)")
        }
        try FileManager.default.createDirectory(atPath: folder + "/config/lotse", withIntermediateDirectories: true)
        try config.write(toFile: folder + "/config/lotse/config.toml", atomically: true, encoding: .utf8)
        let terminal = try shop.open(
            columns: columns, rows: rows,
            environment: ["PATH": bin + ":/usr/bin:/bin", "OUT": folder + "/out"].merging(environment) { $1 },
            ready: "4 to answer")
        terminal.expected = [.copies]
        try terminal.send("\r", awaiting: "[2]")
        return (terminal, folder)
    }

    /// What a program wrote, once it has.
    private func written(_ folder: String) throws -> String {
        try String(contentsOfFile: folder + "/out", encoding: .utf8)
    }

    private func sequence(_ text: String) -> String {
        "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
    }

    @Test func `the links of the message are numbered, with the host that they go to`() throws {
        let (terminal, _) = try open([:])
        #expect(terminal.screen.text.contains("[1] evil.example  ! shown as bank.example"))
        #expect(terminal.screen.text.contains("[2] a.example"))
    }

    @Test func `a link is opened by the browser that is named, without a shell`() throws {
        let (terminal, folder) = try open(
            ["BROWSER": "surfer --new %s"],
            programs: ["surfer": "printf '%s|' \"$@\" > \"$OUT.new\"; mv \"$OUT.new\" \"$OUT\"\nexit 1\n"])
        terminal.send("gx")
        try terminal.wait(for: "open link (number):")
        terminal.send("1\r")
        // It ends with an error, which is told when it has written.
        try terminal.wait(for: "surfer could not open")
        #expect(try written(folder) == "--new|\(hostileAddress)|")
        #expect(!FileManager.default.fileExists(atPath: folder + "/PWNED"))
        terminal.send("qq")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `the desktop's own program opens the link that a number names`() throws {
        let (terminal, _) = try open(["DISPLAY": ":0"], programs: ["xdg-open": "exit 0\n"])
        try terminal.send("2gx", awaiting: "xdg-open was started with a.example")
        #expect(!terminal.outputText.contains("\u{1B}]52"))
    }

    @Test func `over SSH the address goes to the terminal, and no browser is started`() throws {
        let (terminal, folder) = try open(
            ["DISPLAY": ":0", "SSH_TTY": "/dev/pts/9", "BROWSER": "surfer"],
            programs: ["surfer": "touch \"$OUT\"\n", "xclip": "touch \"$OUT\"\n"])
        try terminal.send(":open-link 2\r", awaiting: "no browser here; the link to a.example: sent to the terminal")
        #expect(terminal.outputText.contains(sequence("https://a.example/2")))
        #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
    }

    @Test func `copied is said of what a program of this machine took`() throws {
        let (terminal, folder) = try open(["DISPLAY": ":0"], programs: ["xclip": "cat > \"$OUT\"\n"])
        try terminal.send("yl1\r", awaiting: "the link to evil.example: copied by xclip")
        #expect(try written(folder) == hostileAddress)
        #expect(!terminal.outputText.contains("\u{1B}]52"))
    }

    @Test func `a program that fails leaves it to the terminal`() throws {
        let (terminal, _) = try open(["DISPLAY": ":0"], programs: ["xclip": "exit 1\n"])
        try terminal.send("ya", awaiting: "the name: sent to the terminal")
        #expect(terminal.outputText.contains(sequence("Eve")))
    }

    @Test func `in tmux it goes to tmux`() throws {
        let (terminal, folder) = try open(
            ["TMUX": "/tmp/x,1,0"], programs: ["tmux": "echo \"$*\" > \"$OUT\"; cat >> \"$OUT\"\n"])
        try terminal.send("ya", awaiting: "the name: handed to tmux")
        #expect(try written(folder) == "load-buffer -w -\nEve")
    }

    @Test func `the settings turn copying off`() throws {
        let (terminal, folder) = try open(
            ["DISPLAY": ":0"], programs: ["xclip": "touch \"$OUT\"\n"], config: "clipboard = \"off\"\n")
        try terminal.send("yy", awaiting: "copying is off (clipboard in config.toml)")
        #expect(!terminal.outputText.contains("\u{1B}]52"))
        #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
    }

    @Test func `the Linux console is sent no sequence`() throws {
        let shop = try Shop(posts: [Self.post])
        let terminal = try shop.open(term: "linux", ready: "4 to answer")
        try terminal.send("\r", awaiting: "[2]")
        try terminal.send("yy", awaiting: "the text: nothing here can copy it")
        #expect(!terminal.outputText.contains("\u{1B}]52"))
    }

    @Test func `a text is sent whole and never within a frame`() throws {
        let (terminal, _) = try open([:], columns: 200, rows: 50)
        for _ in 1...20 {
            try terminal.send("\u{0C}yy", awaiting: "the text: sent to the terminal")
            try terminal.send("j", awaiting: "the hints") { !$0.text.contains("sent to the terminal") }
        }
        try terminal.send("ya", awaiting: "the name: sent to the terminal")
        let text = terminal.outputText
        let pieces = text.components(separatedBy: "\u{1B}[?2026h").dropFirst()
        #expect(pieces.count > 20)
        for piece in pieces {
            let frame = piece.components(separatedBy: "\u{1B}[?2026l")[0]
            #expect(!frame.contains("\u{1B}]52"))
        }
        let sent = text.components(separatedBy: "\u{1B}]52;c;").dropFirst()
        #expect(sent.count == 21)
        for piece in sent {
            #expect(piece.prefix { $0 != "\u{7}" }.allSatisfy { $0.isLetter || $0.isNumber || "+/=".contains($0) })
        }
    }
}

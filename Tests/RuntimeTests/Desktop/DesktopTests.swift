import Conversations
import Foundation
import TestSupport
import Testing

@testable import Runtime

@Suite struct DesktopTests {
    /// A folder of programs that do nothing.
    final class Programs {
        let folder = NSTemporaryDirectory() + "lotse-programs-" + UUID().uuidString

        init(_ names: [String]) throws {
            try FileManager.default.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: true)
            for name in names {
                _ = FileManager.default.createFile(
                    atPath: folder + "/" + name, contents: Data("#!/bin/sh\n".utf8),
                    attributes: [.posixPermissions: 0o755])
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        func desktop(_ environment: [String: String], _ clipboard: Desktop.Clipboard = .auto) -> Desktop {
            Desktop(environment: environment.merging(["PATH": "/nowhere:\(folder)"]) { $1 }, clipboard: clipboard)
        }
    }

    private static let all = ["xdg-open", "wslview", "open", "firefox", "wl-copy", "xclip", "xsel", "pbcopy", "tmux"]
    private let address = "https://example.org/?a=1&b=%20$(id)"

    private func words(_ programs: Programs, _ environment: [String: String]) throws -> [[String]] {
        programs.desktop(environment).browsers(for: try #require(LinkTarget(address))).map(\.words)
    }

    @Test(arguments: [
        (["DISPLAY": ":0"], "xdg-open"), (["WAYLAND_DISPLAY": "w"], "xdg-open"),
        (["WSL_DISTRO_NAME": "Debian"], "wslview"), (["BROWSER": "firefox"], "firefox"),
        (["BROWSER": "missing:firefox", "DISPLAY": ":0"], "firefox"),
        (["BROWSER": "missing", "DISPLAY": ":0"], "xdg-open"),
    ])
    func `a link goes to the browser that is named, else to the desktop's`(environment: [String: String], name: String)
        throws
    {
        #expect(try words(Programs(Self.all), environment).first == [name, address])
    }

    @Test(
        arguments: [
            [:], ["DISPLAY": ""], ["DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"],
            ["BROWSER": "firefox", "SSH_CONNECTION": "1 2 3 4"], ["DISPLAY": ":0", "SSH_CLIENT": "x"],
        ] as [[String: String]])
    func `without a display, and over SSH, there is no browser`(environment: [String: String]) throws {
        #expect(try words(Programs(Self.all), environment) == [])
    }

    @Test(arguments: [
        ("firefox", ["firefox", "ADDRESS"]), ("firefox --new-tab %s", ["firefox", "--new-tab", "ADDRESS"]),
        ("firefox url=%s;x", ["firefox", "url=ADDRESS;x"]), ("firefox %%s", ["firefox", "%s", "ADDRESS"]),
        ("firefox a%cb", ["firefox", "a:b", "ADDRESS"]), ("firefox 100%", ["firefox", "100%", "ADDRESS"]),
        ("firefox '%s'", ["firefox", "'ADDRESS'"]), ("  firefox   %s ", ["firefox", "ADDRESS"]),
    ])
    func `the variable is read word by word, and by no shell`(value: String, wanted: [String]) throws {
        let found = try words(Programs(Self.all), ["BROWSER": value])
        #expect(found == [wanted.map { $0.replacing("ADDRESS", with: address) }])
    }

    @Test(arguments: ["", ":", " : ", "missing", "sub", "./sub"])
    func `what is no program is passed over`(value: String) throws {
        #expect(try words(Programs(Self.all), ["BROWSER": value]) == [])
    }

    private func name(_ way: Desktop.Way) -> String {
        switch way {
        case .program(let program): program.name
        case .tmux: "(tmux)"
        case .terminal: "(terminal)"
        case .off: "(off)"
        }
    }

    @Test(arguments: [
        (Desktop.Clipboard.auto, ["WAYLAND_DISPLAY": "w", "DISPLAY": ":0"], "wl-copy"),
        (.auto, ["DISPLAY": ":0"], "xclip"), (.auto, [:], "pbcopy"), (.auto, ["DISPLAY": ":0", "TMUX": "x"], "xclip"),
        (.auto, ["DISPLAY": ":0", "SSH_TTY": "x"], "(terminal)"), (.auto, ["SSH_TTY": "x", "TMUX": "y"], "(tmux)"),
        (.osc52, ["DISPLAY": ":0"], "(terminal)"), (.osc52, ["DISPLAY": ":0", "TMUX": "y"], "(tmux)"),
        (.off, ["DISPLAY": ":0", "TMUX": "y"], "(off)"),
    ])
    func `a text goes to a program of this machine, else to tmux, else to the terminal`(
        clipboard: Desktop.Clipboard, environment: [String: String], wanted: String
    ) throws {
        let programs = try Programs(Self.all)
        let desktop = programs.desktop(environment, clipboard)
        #expect(withExtendedLifetime(programs) { name(desktop.way) } == wanted)
    }

    @Test func `without any program it goes to the terminal`() throws {
        for (names, wanted) in [([], "(terminal)"), (["xsel"], "xsel")] as [([String], String)] {
            let programs = try Programs(names)
            let desktop = programs.desktop(["DISPLAY": ":0", "TMUX": "y"])
            #expect(withExtendedLifetime(programs) { name(desktop.way) } == wanted)
        }
    }

    @Test func `a program gets the text whole, its arguments as they are, and says how it ended`() throws {
        let programs = try Programs([])
        let file = programs.folder + "/tool"
        try Script.write("cat > \"$1\"\nprintf %s \"$2\" > \"$1.argument\"\nexit \"$3\"\n", to: file)
        let text = String(repeating: "Grüße 日本\n", count: 50_000)
        for (status, isWell) in [("0", true), ("3", false)] {
            let out = programs.folder + "/out\(status)"
            let program = try #require(Program([file, out, "$(touch x); `id` \" '", status], path: ""))
            let child = try #require(Child(program, input: text, environment: ["PATH": "/usr/bin:/bin"]))
            #expect(child.waitForEnd(patience: 30_000) == isWell)
            #expect(try String(contentsOfFile: out, encoding: .utf8) == text)
            #expect(try String(contentsOfFile: out + ".argument", encoding: .utf8) == "$(touch x); `id` \" '")
        }
    }

    @Test func `a program that hangs is ended`() throws {
        let program = try #require(Program(["sleep", "600"], path: "/usr/bin:/bin"))
        let child = try #require(Child(program, environment: [:]))
        #expect(!child.waitForEnd(patience: 10))
        #expect(kill(child.identifier, 0) == -1)
    }
}

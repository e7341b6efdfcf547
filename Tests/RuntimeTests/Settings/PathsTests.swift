import Foundation
import Testing

@testable import Runtime

@Suite struct PathsTests {
    private func paths(_ environment: [String: String], executable: String? = "/opt/l/bin/lotse") -> Paths {
        Paths(environment: environment, executable: executable)
    }

    @Test func `without variables everything is below the home folder`() {
        let paths = paths(["HOME": "/home/lotte"])
        #expect(paths.configFile == "/home/lotte/.config/lotse/config.toml")
        #expect(paths.storeFile == "/home/lotte/.local/share/lotse/store.db")
        #expect(paths.stateFolder == "/home/lotte/.local/state/lotse")
    }

    @Test func `the variables of XDG move the folders`() {
        let paths = paths([
            "HOME": "/home/lotte", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d/", "XDG_STATE_HOME": "/s",
        ])
        #expect(paths.configFile == "/c/lotse/config.toml")
        #expect(paths.storeFile == "/d/lotse/store.db")
        #expect(paths.stateFolder == "/s/lotse")
    }

    @Test(arguments: ["", "relative", "./c", "~/c"])
    func `empty and relative variables of XDG are ignored`(value: String) {
        let paths = paths(["HOME": "/h", "XDG_CONFIG_HOME": value, "XDG_DATA_HOME": value, "XDG_STATE_HOME": value])
        #expect(paths == self.paths(["HOME": "/h"]))
    }

    @Test func `LOTSE_STORE names the store, and may be relative`() {
        #expect(paths(["HOME": "/h", "LOTSE_STORE": "team.db"]).storeFile == "team.db")
        #expect(paths(["HOME": "/h", "LOTSE_STORE": ""]).storeFile == "/h/.local/share/lotse/store.db")
    }

    @Test func `without HOME the account's home folder counts, then the root`() {
        let paths = Paths(environment: [:], executable: nil, accountHome: "/var/lotte")
        #expect(paths.configFolder == "/var/lotte/.config/lotse")
        #expect(Paths(environment: ["HOME": "x"], executable: nil).configFolder == "/.config/lotse")
    }

    @Test func `data is searched where the person, the installation and the source tree have it`() {
        let environment = ["HOME": "/h", "LOTSE_DATA": "/data"]
        let built = paths(environment, executable: "/src/lotse/.build/debug/lotse")
        let folders = built.dataFolders { ["/src/lotse/Package.swift", "/src/lotse/themes"].contains($0) }
        #expect(folders.map(\.path) == ["/data", "/h/.config/lotse", "/src/lotse/.build/share/lotse", "/src/lotse"])
        #expect(folders.map(\.isSourceTree) == [false, false, false, true])
        #expect(
            paths(["HOME": "/h"]).dataFolders { _ in false }.map(\.path) == ["/h/.config/lotse", "/opt/l/share/lotse"])
        #expect(paths(["HOME": "/h"], executable: nil).dataFolders().map(\.path) == ["/h/.config/lotse"])
    }

    @Test func `both layouts are known`() {
        let installed = paths(["HOME": "/h"])
        let share = ["demo", "catalogues/de.po", "themes/dark.toml"].map { "/opt/l/share/lotse/" + $0 }
        #expect(installed.demoFolder(exists: share.contains) == share[0])
        #expect(installed.catalogue("de", exists: share.contains) == share[1])
        #expect(installed.theme("dark", exists: share.contains) == share[2])

        let built = paths(["HOME": "/h"], executable: "/src/.build/debug/lotse")
        let tree = [
            "/src/Package.swift", "/src/themes", "/src/Sources/lotse/Demo", "/src/Sources/Screen/Catalogues/de.po",
            "/src/themes/dark.toml", "/src/Sources/lotse/Demo/posts.json",
        ]
        #expect(built.demoFolder(exists: tree.contains) == tree[2])
        #expect(built.catalogue("de", exists: tree.contains) == tree[3])
        #expect(built.theme("dark", exists: tree.contains) == tree[4])
        #expect(built.find("demo/posts.json", exists: tree.contains) == tree[5])
        #expect(built.theme("light", exists: tree.contains) == nil)
    }

    @Test func `a person's own theme goes before the installed one`() {
        #expect(paths(["HOME": "/h"]).theme("dark") { _ in true } == "/h/.config/lotse/themes/dark.toml")
    }

    @Test(arguments: [
        "", "/etc/passwd", "../x", "themes/../../x", "themes//x", "./x", "themes/.", "a\u{0}", "/", "themes/",
    ])
    func `a path that leads elsewhere finds nothing`(path: String) {
        #expect(paths(["HOME": "/h"]).find(path) { _ in true } == nil)
    }

    @Test(arguments: ["", ".", "..", "../dark", "a/b", ".dark", "a\u{0}b", "a\nb", "a\u{202E}b", "a\\b"])
    func `a name is no path and has nothing invisible`(name: String) {
        #expect(!Paths.isName(name))
        #expect(paths(["HOME": "/h"]).theme(name) { _ in true } == nil)
        #expect(paths(["HOME": "/h"]).catalogue(name) { _ in true } == nil)
    }

    @Test(arguments: ["dark", "solarized-light", "Grün", "de", "my theme", "a.b"])
    func `other names are names`(name: String) {
        #expect(Paths.isName(name))
    }

    @Test func `files are looked for on the disk unless told otherwise`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "themes/own.toml")
        #expect(
            paths(["HOME": "/nowhere", "LOTSE_DATA": folder.path]).theme("own") == folder.path + "/themes/own.toml")
        #expect(paths(["HOME": "/nowhere", "LOTSE_DATA": folder.path]).theme("other") == nil)
    }

    @Test func `this process has an executable`() {
        #expect(Paths.ofProcess().executable?.hasPrefix("/") == true)
    }

    @Test func `the program is found without /proc as well`() {
        #expect(Paths.executableWithoutProc == Paths.ofProcess().executable)
    }

    @Test func `the arguments are those that Swift reads from /proc`() {
        #expect(RawArguments.ofProcess == Array(CommandLine.arguments.dropFirst()))
    }
}

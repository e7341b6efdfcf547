import Foundation
import Testing

@Suite struct ThemeCommandTests {
    private func write(_ toml: String, _ name: String, _ lotse: LotseProgram) throws -> String {
        try lotse.write(name, [toml])
    }

    @Test func `the themes are listed with background, colours and place`() throws {
        let lotse = try LotseProgram()
        let listed = try lotse.run("themes", "list", "--json")
        #expect(listed.status == 0)
        let names = listed.objects.compactMap { $0["name"] as? String }
        #expect(names.count == 10)
        #expect(Set(names).isSuperset(of: ["dark", "light", "plain", "colour-blind", "solarized-light"]))
        let plain = try #require(listed.objects.first { $0["name"] as? String == "plain" })
        #expect(plain["colors"] as? String == "mono")
        #expect((plain["path"] as? String)?.hasSuffix("themes/plain.toml") == true)
        #expect(try lotse.run("themes").out.contains("16 colours"))
    }

    @Test func `the shipped themes pass the lint`() throws {
        let result = try LotseProgram().run("themes", "lint")
        #expect(result.status == 0, "\(result.out)")
        #expect(result.lines.count == 10)
        #expect(result.lines.allSatisfy { $0.hasSuffix(": nothing to mend") })
    }

    @Test func `a theme that cannot be read by all fails with its findings`() throws {
        let lotse = try LotseProgram()
        let file = try write(
            "inherits = \"dark\"\nroles.author = { fg = \"blue\" }\nroles.\"list.unread\" = { fg = 15 }", "own.toml",
            lotse
        )
        let result = try lotse.run("themes", "lint", file)
        #expect(result.status == 1)
        #expect(result.err.isEmpty)
        #expect(result.out.contains("\(file): author (16, xterm dark): contrast 2.23, needed 4.50"))
        #expect(result.out.contains("\(file): list.unread and text (256) differ by colour alone"))
        let json = try lotse.run("themes", "lint", file, "--json")
        #expect(json.status == 1)
        let first = try #require(json.objects.first { $0["palette"] as? String == "Solarized" })
        #expect(first["role"] as? String == "author")
        #expect(first["finding"] as? String == "contrast")
        #expect(json.objects.contains { $0["finding"] as? String == "color_alone" })
    }

    @Test func `a file that is no theme is told with its place, and the others are checked`() throws {
        let lotse = try LotseProgram()
        let file = try write("[roles]\ntitle = { fg = \"bleu\" }", "own.toml", lotse)
        let result = try lotse.run("themes", "lint", "dark", file, lotse.folder + "/none.toml", "nosuch")
        #expect(result.status == 1)
        #expect(result.lines == ["dark: nothing to mend"])
        #expect(result.err.hasPrefix("lotse: "))
        #expect(result.err.contains("own.toml:2: roles.title.fg cannot be bleu."))
        #expect(result.err.contains("Did you mean blue?"))
        #expect(result.err.contains("none.toml cannot be read"))
        #expect(result.err.contains("There is no theme nosuch."))
    }

    @Test func `more can be asked of a theme`() throws {
        let lotse = try LotseProgram()
        #expect(try lotse.run("themes", "lint", "colour-blind", "--color-blind").status == 0)
        #expect(try lotse.run("themes", "lint", "nord", "--color-blind").status == 1)
        #expect(try lotse.run("themes", "lint", "high-contrast-light", "--high-contrast").status == 0)
        #expect(try lotse.run("themes", "lint", "nord", "--high-contrast").status == 1)
    }

    @Test func `the settings go before what was chosen, and colours can be forbidden and asked for`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", try lotse.forum())
        func screen(_ arguments: String...) throws -> String {
            let all = ["screen", "--store", lotse.store, "--now", "2026-11-01T12:00:00Z", "--ansi"] + arguments
            return try lotse.run(bytes: all.map { Array($0.utf8) }, withStore: false).out
        }
        let plain = try screen("--color", "never")
        let dark = try screen()
        #expect(dark != plain)
        _ = try screen("--keys", ": \"theme nord\" enter")
        #expect(try screen() == dark)
        let chosen = try screen("--write", "--keys", ": \"theme nord\" enter j k")
        #expect(chosen != dark)
        #expect(try screen("--keys", "j k") == chosen)
        #expect(try screen("--color", "never") == plain)
        let config = try lotse.write("config.toml", ["theme = \"dark\""])
        #expect(try screen("--config", config) == dark)
        let session = try screen("--config", config, "--keys", ": \"theme nord\" enter")
        #expect(session.contains("theme: nord, until lotse ends"))
    }
}

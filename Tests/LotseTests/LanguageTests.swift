import Foundation
import Testing

/// `--lang` on every command, over the locale and the settings.
@Suite struct LanguageTests {
    private struct Tool: Decodable { var command: Command }

    private struct Command: Decodable {
        var commandName: String
        var shouldDisplay: Bool
        var subcommands: [Command]?
        var arguments: [Argument]?

        struct Argument: Decodable {
            struct Name: Decodable { var name: String }
            var names: [Name]?
        }

        var takesLanguage: Bool { (arguments ?? []).contains { ($0.names ?? []).contains { $0.name == "lang" } } }

        /// The commands without further ones below them, by their full names.
        func leaves(_ path: String = "") -> [(name: String, command: Command)] {
            let path = path + " " + commandName
            let below = (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
            return below.isEmpty ? [(path, self)] : below.flatMap { $0.leaves(path) }
        }
    }

    private let lotse: LotseProgram

    init() throws {
        lotse = try LotseProgram()
        let catalogues = lotse.folder + "/none"
        try FileManager.default.createDirectory(atPath: catalogues, withIntermediateDirectories: true)
    }

    private func run(_ arguments: String...) throws -> LotseProgram.Result {
        try lotse.run(bytes: arguments.map { Array($0.utf8) }, withStore: false)
    }

    @Test func `every command takes it`() throws {
        let tool = try JSONDecoder().decode(Tool.self, from: Data(run("--experimental-dump-help").out.utf8))
        let leaves = tool.command.leaves()
        #expect(leaves.count > 30 && tool.command.takesLanguage)
        #expect(leaves.filter { !$0.command.takesLanguage }.map(\.name) == [])
    }

    @Test func `texts are said in it, whatever the settings say`() throws {
        let file = lotse.folder + "/en.toml"
        try Data("language = \"en\"\n".utf8).write(to: URL(fileURLWithPath: file))
        #expect(try run("keys", "--check", "--config", file).lines == ["The keys are sound."])
        #expect(try run("keys", "--check", "--config", file, "--lang", "de").lines == ["Die Tasten sind in Ordnung."])
        #expect(try run("keys", "--check", "--config", file, "--lang=de").lines == ["Die Tasten sind in Ordnung."])
    }

    @Test func `errors are said in it, those of the settings too`() throws {
        let store = lotse.folder + "/nowhere.db"
        #expect(try run("list", "--store", store).err.contains("There is no store at"))
        let german = try run("list", "--store", store, "--lang", "de")
        #expect(german.status == 1 && german.err.contains("ist kein Speicher"), "\(german.err)")
        let file = lotse.folder + "/bad.toml"
        try Data("them = 1\n".utf8).write(to: URL(fileURLWithPath: file))
        let bad = try run("list", "--config", file, "--lang", "de")
        #expect(bad.status == 1 && !bad.err.contains("there is no setting"), "\(bad.err)")
    }

    @Test(arguments: ["fr", "", "DE"])
    func `a language that is not there is a wrong command line`(language: String) throws {
        #expect(try run("keys", "--lang", language).status == 64)
    }

    @Test func `the dashboard's screen is drawn in it`() throws {
        _ = try lotse.run("import", "--inbox-from", "all", lotse.forum())
        #expect(try lotse.run("screen", "--lang", "de").out.contains("zu beantworten"))
        #expect(try lotse.run("screen", "--lang", "en").out.contains("to answer"))
    }
}

import Foundation
import Testing

/// The manual pages, as the program writes them.
@Suite struct ManualTests {
    private let lotse: LotseProgram
    /// By the file's name.
    private let pages: [String: String]

    init() throws {
        lotse = try LotseProgram()
        let folder = lotse.folder + "/man"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let result = try lotse.run(
            bytes: ["_manual", folder, "--date", "2026-02-03"].map { Array($0.utf8) }, withStore: false)
        try #require(result.status == 0, "\(result.err)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        pages = try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) })
    }

    private struct Tool: Decodable { var command: Command }

    private struct Command: Decodable {
        var commandName: String
        var shouldDisplay: Bool
        var subcommands: [Command]?
        var arguments: [Argument]?

        var longNames: Set<String> {
            let own = (arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map(\.name)
            return (subcommands ?? []).reduce(into: Set(own)) { $0.formUnion($1.longNames) }
        }
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }
        var names: [Name]?
    }

    private func commands() throws -> [Command] {
        let dump = try lotse.run(bytes: [Array("--experimental-dump-help".utf8)], withStore: false).out
        let tool = try JSONDecoder().decode(Tool.self, from: Data(dump.utf8))
        return try #require(tool.command.subcommands).filter { $0.shouldDisplay && $0.commandName != "help" }
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func source(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    @Test func `every command has a page with all its options, and the main page lists it`() throws {
        let commands = try commands()
        #expect(commands.count > 20)
        let main = try #require(pages["lotse.1"])
        for command in commands {
            let page = try #require(pages["lotse-\(command.commandName).1"], "\(command.commandName)")
            for name in command.longNames {
                let typed = "\\fB\\-\\-" + name.replacing("-", with: "\\-") + "\\fR"
                #expect(page.contains(typed), "\(command.commandName) --\(name)")
            }
            let listed = command.commandName.replacing("-", with: "\\-")
            #expect(main.contains("\n\\fB\(listed)\\fR\n"))
            #expect(main.contains("\\fBlotse\\-\(listed)\\fR(1)"))
        }
        #expect(pages.count == commands.count + 6)
    }

    @Test func `commands for tests are not in the manual`() {
        #expect(!pages.values.contains { $0.contains("_drive") || $0.contains("_manual") })
    }

    @Test func `pages are plain ASCII, their lines are short and no text is taken for a request`() {
        let requests: Set<String> = [".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi"]
        for (name, page) in pages {
            for line in page.split(separator: "\n") {
                #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(name): \(line)")
                #expect(line.utf8.count <= 80, "\(name): \(line)")
                #expect(!line.hasPrefix("'"), "\(name): \(line)")
                let first = line.split(separator: " ").first.map(String.init) ?? ""
                #expect(!first.hasPrefix(".") || requests.contains(first), "\(name): \(line)")
            }
        }
    }

    @Test func `the pages bear the day that was asked for`() {
        #expect(pages.values.allSatisfy { $0.split(separator: "\n").first?.contains(" 2026-02-03 ") == true })
    }

    @Test func `a day that is none is refused`() throws {
        let result = try lotse.run(
            bytes: ["_manual", lotse.folder, "--date", "today"].map { Array($0.utf8) }, withStore: false)
        #expect(result.status == 64)
    }

    @Test func `the page of keys names all keys of the README`() throws {
        let page = try #require(pages["lotse-keys.7"])
        let readme = try source("README.md")
        let start = try #require(readme.firstRange(of: "<!-- keys -->\n"))
        let end = try #require(readme.firstRange(of: "\n<!-- /keys -->"))
        let rows = readme[start.upperBound..<end.lowerBound].split(separator: "\n").dropFirst(2)
        #expect(rows.count > 30)
        for row in rows {
            let cells = row.split(separator: " | ")
            let keys = cells[0].split(separator: "`").filter { $0.contains { !"| ".contains($0) } }
            let term = keys.map { "\\fB" + $0.replacing("-", with: "\\-") + "\\fR" }.joined(separator: ", ")
            #expect(page.contains("\n" + term + "\n"), "\(row)")
        }
    }

    @Test func `the page of formats names all that can be imported`() throws {
        let page = try #require(pages["lotse-formats.7"])
        let formats = try lotse.run("formats", "--json").objects.compactMap { $0["format"] as? String }
        #expect(formats.count > 40)
        for format in formats {
            #expect(page.contains("\n\\fB" + format.replacing("-", with: "\\-") + "\\fR\n"))
        }
    }

    @Test(arguments: ["me", "editor", "theme", "language", "[keys.inbox]", "[platforms.mastodon]"])
    func `the page of the settings shows each`(setting: String) throws {
        let page = try #require(pages["lotse-config.5"])
        #expect(page.split(separator: "\n").contains { $0.hasPrefix(setting) })
    }

    @Test func `exit statuses and variables of the manual are those of the documentation`() throws {
        let main = try #require(pages["lotse.1"])
        func terms(_ section: String) throws -> [String] {
            let start = try #require(main.firstRange(of: ".SH \(section)\n"))
            let text = main[start.upperBound...].split(separator: "\n.SH ").first ?? ""
            return text.split(separator: ".TP\n").compactMap { $0.split(separator: "\n").first }
                .map { String($0).replacing("\\fB", with: "").replacing("\\fR", with: "") }
        }
        let codes = try source("Sources/lotse/lotse.docc/ExitCodes.md")
        let statuses = try terms("EXIT STATUS")
        #expect(statuses.count == 7)
        for status in statuses { #expect(codes.contains("\n| \(status) |"), "\(status)") }
        let configuration = try source("Sources/lotse/lotse.docc/Configuration.md")
        let variables = try terms("ENVIRONMENT")
        #expect(variables.count == 14)
        for variable in variables { #expect(configuration.contains("| `\(variable)` |"), "\(variable)") }
    }
}

import Testing

@testable import Runtime

@Suite struct ConfigurationDefaultTests {
    private var uncommented: String {
        Configuration.commentedDefault.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("#") && !$0.hasPrefix("# ") ? String($0.dropFirst()) : String($0) }
            .joined(separator: "\n")
    }

    @Test func `as it is written it changes nothing`() throws {
        #expect(try Configuration(toml: Configuration.commentedDefault, file: "config.toml") == Configuration())
    }

    @Test func `uncommented it is read, and platforms keep what is built in`() throws {
        let configuration = try Configuration(toml: uncommented, file: "config.toml")
        #expect(configuration.platforms == PlatformSettings.builtIn)
        #expect(configuration.keys == ["inbox": ["ctrl-r": "redo"]])
        #expect(configuration.me == "lotte")
        #expect(configuration.language == "de")
    }

    @Test(arguments: Configuration.knownKeys)
    func `it shows every setting`(key: String) {
        let lines = Configuration.commentedDefault.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("#\(key) = ") || $0.hasPrefix("#[\(key).") || $0 == "#[\(key)]" })
    }

    @Test func `its lines fit a narrow screen`() {
        #expect(Configuration.commentedDefault.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }
}

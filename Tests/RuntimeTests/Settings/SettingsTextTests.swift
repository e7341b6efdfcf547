import Foundation
import Testing

@testable import Runtime

@Suite struct SettingsTextTests {
    @Test func `a file is read with its name`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("me = \"lotte\"", to: "config.toml")
        #expect(try SettingsText.read(path) == SettingsText("me = \"lotte\"", file: path))
        #expect(try Configuration.load(path).me == "lotte")
    }

    @Test(arguments: ["/none.toml", "/none/none.toml", "/config.toml/none"])
    func `a file that is not there says nothing`(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "config.toml")
        #expect(try SettingsText.read(folder.path + name) == nil)
        #expect(try Configuration.load(folder.path + name) == Configuration())
    }

    @Test func `a folder is no file`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ConfigurationError.unreadable(file: folder.path, errno: EISDIR)) {
            try SettingsText.read(folder.path)
        }
    }

    @Test func `bytes that are not UTF-8 are refused`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Data([0x6D, 0xFF]), to: "config.toml")
        #expect(throws: ConfigurationError.notUTF8(file: path)) { try Configuration.load(path) }
    }

    @Test func `no more than the limit is read`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Data(count: SettingsText.sizeLimit + 1), to: "config.toml")
        #expect(throws: ConfigurationError.tooLarge(file: path, limit: SettingsText.sizeLimit)) {
            try SettingsText.read(path)
        }
    }
}

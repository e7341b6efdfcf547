import Exports
import Foundation
import Testing

@testable import Runtime

@Suite struct FormatMappingsTests {
    private let folder = NSTemporaryDirectory() + "lotse-mappings-" + UUID().uuidString

    private func write(_ text: String, _ name: String = "altesforum.toml") throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    @Test func `a file teaches a layout, and its name is the format's`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write(
            """
            platform = "forum"
            kind = "json"
            list = "data.items"
            marks = ["post_no"]

            [roles]
            id = "post_no"
            text = "body"

            [fixed]
            channel = "Forum"
            """)
        let mappings = try FormatMappings.load(folder)
        #expect(mappings.map(\.name) == ["altesforum"])
        let source = try ByteSource(bytes: Array(#"{"data":{"items":[{"post_no":7,"body":"Moin"}]}}"#.utf8))
        #expect(try ExportFormats.detect(source, mappings: mappings).format == "altesforum")
    }

    @Test func `without a folder there are none`() throws {
        #expect(try FormatMappings.load(folder) == [])
    }

    @Test func `a fault names file, line and key`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("kind = \"csv\"\n[roles]\ntext = \"body\"\nmood = \"x\"\n")
        #expect(
            throws: ConfigurationError.badMapping(
                .init(file: folder + "/altesforum.toml", line: 4), .unknownRole(key: "roles.mood"))
        ) { try FormatMappings.load(folder) }
    }

    @Test func `a name that a format has is refused`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("kind = \"csv\"\nname = \"discord\"\n[roles]\ntext = \"body\"\n")
        #expect(throws: ConfigurationError.self) { try FormatMappings.load(folder) }
    }

    @Test func `what was said of columns holds for the next export with them`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var remembered = RememberedMappings(stateFolder: folder)
        remembered.remember(["text": "Beitrag"], for: ["Nr", "Beitrag"], format: "csv")
        let again = RememberedMappings(stateFolder: folder).memory
        #expect(again.mapping(for: ["Nr", "Beitrag"], format: "csv") == ["text": "Beitrag"])
        #expect(again.mapping(for: ["Nr", "Text"], format: "csv") == nil)
    }
}

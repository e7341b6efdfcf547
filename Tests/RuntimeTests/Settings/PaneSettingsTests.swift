import Dashboard
import Runtime
import Testing

@Suite struct PaneSettingsTests {
    private func read(_ text: String) throws -> PaneSettings {
        try Configuration(toml: text, file: "config.toml").panes
    }

    private func error(_ text: String) -> ConfigurationError? {
        do {
            _ = try Configuration(toml: text, file: "config.toml")
            return nil
        } catch {
            return error
        }
    }

    @Test func `layout and sizes are read`() throws {
        #expect(try read("") == PaneSettings())
        #expect(
            try read("layout = \"bottom\"\n[panes]\ninbox_columns = 80\ninbox_rows = 12")
                == PaneSettings(arrangement: .bottom, inboxColumns: 80, inboxRows: 12))
    }

    @Test func `what is no layout is refused where it stands`() {
        let place = ConfigurationError.Place(file: "config.toml", line: 2)
        #expect(
            error("\nlayout = \"botom\"")
                == .unknownValue(place, key: "layout", value: "botom", suggestion: "bottom"))
        #expect(
            error("[panes]\ninbox_rows = 0")
                == .outOfRange(place, key: "panes.inbox_rows", value: 0, allowed: 1...10_000))
        #expect(
            error("[panes]\ninbox_row = 3") == .unknownKey(place, key: "panes.inbox_row", suggestion: "inbox_rows"))
    }
}

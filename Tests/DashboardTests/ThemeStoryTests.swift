import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct ThemeStoryTests {
    private static let names = ["dark", "light", "nord", "plain", "solarized-dark", "solarized-light"]

    private func story(_ keys: String = ": t h e m e enter", rows: Int = 3) -> Story {
        var story = Story(
            Samples.rows(rows),
            settings: DashboardSettings(storeName: "demo", actor: "anna", themes: Self.names, theme: "dark"))
        story.press(keys)
        return story
    }

    private func shown(_ story: Story) -> [String] {
        story.effects.compactMap {
            switch $0 {
            case .showTheme(let name): "show " + name
            case .keepTheme(let name): "keep " + name
            default: nil
            }
        }
    }

    @Test func `moving through the names changes the screen at once, and Enter keeps the last one`() {
        var story = story()
        story.press("down down up ctrl-n enter")
        #expect(shown(story) == ["show light", "show nord", "show light", "show nord", "keep nord"])
        #expect(story.dashboard.prompt == nil)
        story.receive(.themeKept("nord", lasts: true))
        #expect(story.dashboard.theme == "nord")
        #expect(story.dashboard.status.text == Phrase("theme: %1", "nord"))
    }

    @Test(arguments: ["escape", "ctrl-c", "ctrl-g"])
    func `Esc brings the old one back`(key: String) {
        var story = story()
        story.press("up " + key)
        #expect(shown(story) == ["show solarized-light", "show dark"])
        #expect(story.dashboard.prompt == nil && story.dashboard.theme == "dark")
    }

    @Test func `Esc shows nothing anew where nothing was looked at`() {
        #expect(shown(story(": t h e m e enter escape")) == [])
    }

    @Test func `a name that is typed is shown when it is whole`() {
        var story = story()
        story.type("nord")
        #expect(shown(story) == ["show nord"])
        story.press("backspace")
        #expect(shown(story) == ["show nord", "show dark"])
    }

    @Test func `Tab completes, and goes on from a whole name`() {
        var story = story()
        story.press("s tab")
        #expect(story.dashboard.prompt?.editor.text == "solarized-")
        story.press("l tab")
        #expect(story.dashboard.prompt?.editor.text == "solarized-light")
        story.press("tab tab")
        #expect(story.dashboard.prompt?.editor.text == "light")
        #expect(shown(story) == ["show solarized-light", "show dark", "show light"])
    }

    @Test func `a name that is none keeps the prompt`() {
        var story = story()
        story.press("x enter")
        #expect(story.dashboard.prompt?.problem == Phrase("there is no theme %1", "x"))
        #expect(shown(story) == [])
    }

    @Test func `an empty name leaves the theme as it is`() {
        #expect(shown(story(": t h e m e enter enter")) == [])
    }

    @Test func `the command line takes a name and completes it`() {
        var story = story(":")
        story.type("theme no")
        story.press("tab enter")
        #expect(shown(story) == ["keep nord"])
        story.press(":")
        story.type("theme none")
        story.press("enter")
        #expect(story.dashboard.status.text == Phrase("there is no theme %1", "none"))
    }

    @Test func `a theme needs no conversation`() {
        #expect(story(rows: 0).dashboard.prompt?.question == .theme)
    }

    @Test func `a theme that cannot be read is told in the prompt, and a settings file that names another in the end`()
    {
        var story = story()
        story.press("down")
        story.receive(.failed("light.toml:3: this is not TOML"))
        #expect(story.dashboard.prompt?.problem == Phrase("%1", "light.toml:3: this is not TOML"))
        story.press("escape")
        story.receive(.themeKept("nord", lasts: false))
        #expect(story.dashboard.status.text == Phrase("theme: %1, until lotse ends", "nord"))
    }
}

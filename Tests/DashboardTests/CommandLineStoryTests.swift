import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct CommandLineStoryTests {
    private func run(_ line: String) -> Story {
        var story = Story(Samples.rows(5))
        story.press(":")
        story.type(line)
        story.press("enter")
        return story
    }

    @Test(arguments: [
        ("resolve answered thanks", Act.resolve(.answered, reason: "thanks")),
        ("resolve no_action", .resolve(.noAction, reason: "")),
        ("resolve told them so", .resolve(.answered, reason: "told them so")),
        ("label +billing", .label("billing", isOn: true)), ("label -billing", .label("billing", isOn: false)),
        ("snooze 2h", .snooze(until: Samples.now.advanced(seconds: 7200))), ("wait", .wait),
        ("priority urgent", .prioritize(.urgent)), ("assign ben", .assign("ben")),
        ("note call back", .note("call back")),
        ("hold the lawyers", .hold(reason: "the lawyers", until: nil)),
        ("close spam wave", .close(reason: "spam wave")),
        ("close", .close(reason: "")), ("reopen", .reopen), ("  wait  ", .wait), ("wai", .wait),
    ])
    func `a command with its argument is done`(line: String, act: Act) {
        #expect(run(line).acts == [act])
    }

    @Test(arguments: [
        "nonsense", "re", "wait now", "priority soon", "snooze never", "limit is:nowhere", "decide hidden 3 spam",
        "label -", "\u{202E}", "👩‍👩‍👧",
    ])
    func `what is not understood is said and does nothing`(line: String) {
        let story = run(line)
        #expect(story.acts.isEmpty)
        #expect(story.dashboard.status.tone == .error)
        #expect(story.dashboard.status.text != nil)
    }

    @Test(arguments: ["quit", "q"])
    func `quit quits`(line: String) {
        #expect(run(line).effects.last == .quit)
    }

    @Test func `help opens the help`() {
        #expect(run("help").dashboard.help != nil)
    }

    @Test func `limit limits`() {
        #expect(run("limit parcel").dashboard.inbox.limit?.root.terms == [.text(QueryText("parcel"))])
    }

    @Test func `a command without its argument asks for it`() {
        #expect(run("label").dashboard.prompt?.question == .label)
    }

    @Test func `an empty line does nothing`() {
        let story = run("")
        #expect(story.dashboard.prompt == nil && story.dashboard.status.text == nil)
    }

    @Test(arguments: [("sno", "snooze "), ("reso", "resolve "), ("se", "se"), ("zz", "zz")])
    func `Tab completes names as far as they are clear`(typed: String, completed: String) {
        var story = Story(Samples.rows(1))
        story.press(":")
        story.type(typed)
        story.press("tab")
        #expect(story.dashboard.prompt?.editor.text == completed)
    }
}

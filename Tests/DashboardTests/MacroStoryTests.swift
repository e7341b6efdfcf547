import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct MacroStoryTests {
    private func story(_ count: Int = 8, macros: [String: String] = [:]) throws -> Story {
        let macros = try macros.map { try Macro(name: $0.key, text: $0.value) }
        var story = Story(
            Samples.rows(count), settings: DashboardSettings(storeName: "demo", actor: "anna", macros: macros))
        for row in story.store.rows { story.store.threads[row.id] = Samples.thread(row) }
        return story
    }

    private func digests(_ numbers: Int...) -> [Digest] { numbers.map { Samples.digest($0) } }

    @Test func `keys are recorded until Q, shown meanwhile, and kept`() throws {
        var story = try story()
        story.press("Q x")
        #expect(story.dashboard.recording?.name == "x")
        story.press("l")
        story.type("spam\n")
        story.press("j Q")
        #expect(story.dashboard.recording == nil)
        #expect(story.dashboard.macros["x"]?.text == "\"lspam\" enter j")
        #expect(story.effects.contains { if case .keepMacro(let macro) = $0 { macro.name == "x" } else { false } })
    }

    @Test func `what was recorded plays on the row under the cursor, again by @ @, and so often`() throws {
        var story = try story()
        story.press("Q x l")
        story.type("spam\n")
        story.press("j Q @ x")
        #expect(story.actedOn == digests(1, 2))
        story.press("@ @")
        #expect(story.actedOn == digests(1, 2, 3))
        story.press("3 @ x")
        #expect(story.actedOn == digests(1, 2, 3, 4, 5, 6))
    }

    @Test(arguments: ["Q", ": r e c o r d enter", "3 Q"])
    func `however the recording ends, that is not in it`(keys: String) throws {
        var story = try story()
        story.press("Q a j j " + keys)
        #expect(story.dashboard.macros["a"]?.text == "\"jj\"")
    }

    @Test func `Q ends a recording in the help and in a sheet as well`() throws {
        var story = try story()
        story.press("Q a H Q q")
        #expect(story.dashboard.macros["a"]?.text == "H")
        story.press("Q b ? Q q")
        #expect(story.dashboard.macros["b"]?.text == "?")
    }

    @Test func `a macro stops at the end of the list and says where`() throws {
        var story = try story(3, macros: ["m": "l \"x\" enter j"])
        story.press("9 9 @ m")
        #expect(story.actedOn == digests(1, 2, 3))
        #expect(!story.dashboard.isPlaying)
        let place = Phrase("%1, step %2 of %3 (%4)", "m", 4, 4, "j")
        #expect(story.dashboard.status.text == Phrase("macro %1 stopped: %2", place, Phrase("nothing further on")))
        #expect(story.dashboard.status.tone == .error)
    }

    @Test(arguments: [
        ("z", "this key means nothing here"), ("g z", "these keys mean nothing here"),
        ("e z", "this is none of the choices"),
        ("p \"x\" w", "this is none of the choices"), ("n", "nothing was searched yet; / searches"),
    ])
    func `a macro stops at the first step that does nothing, and what follows is not done`(
        keys: String, reason: String
    ) throws {
        var story = try story(macros: ["m": keys + " w w"])
        story.press("@ m")
        #expect(story.acts.isEmpty)
        guard case .phrase(let said)? = story.dashboard.status.text?.arguments.last else {
            Issue.record("nothing was said")
            return
        }
        #expect(said.english == reason)
        #expect(story.dashboard.prompt == nil && story.dashboard.context == .inbox)
    }

    @Test func `a macro stops at an answer that a prompt refuses`() throws {
        var story = try story(macros: ["m": "s \"never\" enter w"])
        story.press("@ m")
        #expect(story.acts.isEmpty && !story.dashboard.isPlaying)
        #expect(story.dashboard.prompt == nil && story.dashboard.status.tone == .error)
    }

    @Test func `a macro stops at the first act that the store refuses`() throws {
        var story = try story(macros: ["m": "u w"])
        story.press("@ m")
        #expect(story.acts.isEmpty)
        #expect(story.dashboard.status.tone == .error)
    }

    @Test func `lines are played too, one after the other`() throws {
        var story = try story(macros: ["thanks": ":label thanks\n:resolve acknowledged well said"])
        story.press(":")
        story.type("play thanks\n")
        #expect(
            story.acts == [.label("thanks", isOn: true), .resolve(.acknowledged, reason: "well said")])
        #expect(story.actedOn == digests(1, 1))
        story.press(":")
        story.type("play thanks 2\n")
        #expect(story.acts.count == 6)
    }

    @Test func `a key can be bound to a macro`() throws {
        let keymap = Keymap.judged(["inbox": ["T": "play thanks"]]).keymap
        let macro = try Macro(name: "thanks", text: ":label thanks")
        var story = Story(
            Samples.rows(3),
            settings: DashboardSettings(storeName: "demo", actor: "anna", keymap: keymap, macros: [macro]))
        story.press("j T")
        #expect(story.acts == [.label("thanks", isOn: true)] && story.actedOn == digests(2))
    }

    @Test func `what a macro did is taken back one act after another`() throws {
        var story = try story(macros: ["m": "w w w"])
        story.press("@ m")
        #expect(story.dashboard.inbox.rows.count == 5)
        story.press("u")
        #expect(story.dashboard.inbox.rows.count == 6)
        story.press("u u")
        #expect(story.dashboard.inbox.rows.count == 8)
    }

    @Test func `a macro may play another, and stops with both names`() throws {
        var story = try story(macros: ["outer": ":play a\nw", "a": "l \"x\" enter"])
        story.press(":")
        story.type("play outer\n")
        #expect(story.acts == [.label("x", isOn: true), .wait])
        story = try self.story(macros: ["outer": ":play a\nw", "a": "z"])
        story.press(":")
        story.type("play outer\n")
        #expect(story.dashboard.status.text?.english.hasPrefix("macro outer > a, step 1 of 1 (z) stopped") == true)
        #expect(story.acts.isEmpty)
    }

    @Test func `a macro that plays itself ends`() throws {
        var story = try story(macros: ["a": "l \"x\" enter @ a"])
        story.press("@ a")
        #expect(!story.dashboard.isPlaying)
        #expect(story.acts.count == MacroRun.depthLimit)
        #expect(story.dashboard.status.text?.english.contains("more than 8 macros") == true)
    }

    @Test func `a run has a limit of steps`() throws {
        var story = try story(macros: ["a": "j k"])
        story.press("9 9 9 9 9 @ a")
        #expect(!story.dashboard.isPlaying)
        #expect(story.dashboard.status.text?.english.contains("more than 10000 steps") == true)
    }

    @Test func `keys that are typed while a macro plays come after it`() throws {
        var story = try story(macros: ["m": "l \"x\" enter j"])
        story.holdsMacros = true
        story.press("@ m j w")
        #expect(story.acts.isEmpty)
        story.holdsMacros = false
        story.playOn()
        #expect(story.acts == [.label("x", isOn: true), .wait])
        #expect(story.actedOn == digests(1, 3))
    }

    @Test(arguments: ["esc", "ctrl-g", "ctrl-c"])
    func `a macro can be stopped, and what was typed meanwhile is dropped`(key: String) throws {
        var story = try story(macros: ["m": "w w"])
        story.holdsMacros = true
        story.press("@ m w " + key)
        story.holdsMacros = false
        story.playOn()
        #expect(story.acts.isEmpty && !story.dashboard.isPlaying)
        #expect(story.dashboard.status.text?.english.contains("a key stopped it") == true)
    }

    @Test func `an act that waits for the store is waited for`() throws {
        var story = try story(macros: ["m": "w w"])
        story.storeIsBusy = true
        story.press("@ m")
        #expect(story.acts.count == 1 && story.dashboard.isPlaying)
        story.settle()
        story.playOn()
        #expect(story.actedOn == digests(1, 2))
    }

    @Test(arguments: ["Q esc", "Q A", "Q %", "@ esc", "@ x", "@ @"])
    func `without a register nothing is recorded or played`(keys: String) throws {
        var story = try story()
        story.press(keys)
        #expect(story.dashboard.recording == nil && !story.dashboard.isPlaying && story.dashboard.prompt == nil)
    }

    @Test func `a pasted text is recorded as if it had been typed`() throws {
        var story = try story()
        story.press("Q p l")
        story.press(.paste("two\nwords"))
        story.press("enter Q")
        #expect(story.dashboard.macros["p"]?.text == "\"ltwo words\" enter")
    }

    @Test func `a recording that is too long is dropped`() throws {
        var story = try story()
        story.press("Q a")
        for _ in 0...Macro.stepLimit { story.press("j") }
        #expect(story.dashboard.recording == nil && story.dashboard.macros["a"] == nil)
    }
}

@Suite struct KeyScriptTests {
    @Test(arguments: [
        [Key.character("j"), .enter, .control("x"), .control("s")],
        [.character("\""), .character("a"), .character("\"")],
        [.character(" ")], [.character("a"), .character(" "), .character("b"), .escape, .alt("\r")],
        [.character("ü"), .character("👩‍👩‍👧"), .character("\\"), .function(5)], [.character("q"), .character("u")], [],
    ])
    func `keys become a script that says the same keys`(keys: [Key]) throws {
        #expect(try KeyScript(KeyScript.text(keys)).keys == keys)
    }

    @Test(arguments: [
        ("", Macro.Problem.empty), (" \n ", .empty), ("spaec", .unknownKey("spaec")),
        ("\"open", .unclosedText("\"open")),
        (":explode now", .unknownCommand("explode")),
    ])
    func `a text that is no macro is refused with the fact`(text: String, problem: Macro.Problem) {
        #expect(throws: problem) { try Macro(name: "a", text: text) }
    }

    @Test(arguments: [":label thanks\n:resolve", "j \"Danke!\" enter\n:wait\nk k", "\": x\""])
    func `a macro's text can be read back`(text: String) throws {
        let macro = try Macro(name: "a", text: text)
        #expect(try Macro(name: "a", text: macro.text).steps == macro.steps)
    }
}

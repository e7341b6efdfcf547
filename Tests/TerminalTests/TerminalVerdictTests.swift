import Screen
import Testing

@testable import Terminal

@Suite struct TerminalVerdictTests {
    private static func claims(
        _ environment: [String: String], colors: Int = 256, described: String? = nil, placesCursor: Bool = true
    ) -> TerminalClaims {
        var claims = TerminalClaims(environment: environment)
        claims.description = TerminalDescription(colors: colors, placesCursor: placesCursor)
        claims.described = described ?? claims.term
        claims.isTerminal = true
        claims.size = Size(columns: 80, rows: 24)
        return claims
    }

    private static func wrong(_ claims: TerminalClaims) -> [TerminalVerdict] {
        claims.verdicts.filter { $0.grade == .wrong }
    }

    @Test func `a usual terminal has nothing wrong`() {
        let claims = Self.claims(["TERM": "xterm-256color", "LANG": "C.UTF-8"])
        #expect(Self.wrong(claims) == [])
        #expect(claims.verdicts.map(\.fact.subject) == ["term", "colours", "locale", "size", "escape"])
    }

    @Test func `the console has eight colours and the vt100 none, and that is right`() {
        #expect(Self.wrong(Self.claims(["TERM": "linux"], colors: 8)) == [])
        #expect(Self.wrong(Self.claims(["TERM": "vt100"], colors: 0)) == [])
    }

    @Test func `what TERM should be is set where it comes from`() {
        let unknown = Self.claims(["TERM": "xterm-ghostty"], described: "xterm-256color")
        #expect(Self.wrong(unknown).map(\.remedy) == [.shell("export TERM=xterm-256color")])
        let inTmux = Self.claims(["TERM": "screen", "TMUX": "/tmp/tmux-0/default,1,0"], colors: 8)
        #expect(Self.wrong(inTmux).map(\.remedy) == [.tmux("set -g default-terminal \"tmux-256color\"")])
        let inScreen = Self.claims(["TERM": "screen", "STY": "12.pts"], colors: 8)
        #expect(Self.wrong(inScreen).map(\.remedy) == [.screen("term screen-256color")])
    }

    @Test func `a TERM of the outer terminal inside tmux is wrong`() {
        let claims = Self.claims(["TERM": "xterm-256color", "TMUX": "x"])
        #expect(Self.wrong(claims).map(\.fact) == [.foreignTerm("xterm-256color", inside: .tmux)])
    }

    @Test func `an unset TERM, a dumb one, and a machine without descriptions are told apart`() {
        let unset = Self.claims([:], described: "vt100")
        #expect(Self.wrong(unset).map(\.fact) == [.noTerm(using: "vt100")])
        let unknown = Self.claims(["TERM": "wonder"], described: "vt100")
        #expect(Self.wrong(unknown).map(\.remedy?.line) == ["export TERM=xterm-256color"])
        let dumb = Self.claims(["TERM": "dumb"], colors: 0, placesCursor: false)
        #expect(Self.wrong(dumb).map(\.fact) == [.dumb("dumb")])
        var none = Self.claims(["TERM": "xterm"])
        none.description = nil
        #expect(Self.wrong(none).map(\.fact) == [.noDescription("xterm")])
    }

    @Test func `tmux's options are judged by what they do to lotse`() {
        var claims = Self.claims(["TERM": "tmux-256color", "TMUX": "x"])
        claims.tmux = TmuxOptions(answer: "3.3a|tmux-256color|500|off|256,RGB\n")
        #expect(claims.tmux?.features == ["256", "RGB"])
        #expect(Self.wrong(claims).map(\.fact) == [.tmuxEscapeTime(500), .tmuxClipboardOff])
        #expect(
            Self.wrong(claims).map(\.remedy?.line) == ["set -s escape-time 25", "set -s set-clipboard external"])
        claims.tmux = TmuxOptions()
        #expect(Self.wrong(claims) == [])
    }

    @Test(arguments: ["", "3.3a", "3.3a|tmux|x|on|", "a|b|-1|c|d", "a|b|1|c|d|e", "\n3.3a|t|1|on|"])
    func `what is no answer of tmux is none`(answer: String) {
        #expect(TmuxOptions(answer: answer) == nil)
    }

    @Test func `a small window, none at all, ASCII and a long delay are wrong`() {
        var claims = Self.claims(["TERM": "xterm-256color", "ESCDELAY": "1000"])
        claims.size = Size(columns: 39, rows: 24)
        claims.isUTF8 = false
        #expect(Self.wrong(claims).map(\.fact.subject) == ["locale", "size", "escape"])
        claims.size = nil
        #expect(Self.wrong(claims).contains { $0.fact == .noSize })
    }

    @Test func `a terminal that answers nothing is no fault`() {
        let verdicts = TerminalAnswers().verdicts(TerminalClaims(), isXterm: true)
        #expect(verdicts == [TerminalVerdict(.open, .silent)])
    }

    @Test func `widths that differ are wrong, each by its kind`() {
        var answers = TerminalAnswers()
        answers.attributes = [1]
        for sample in WidthSample.all { answers.widths[sample.kind] = sample.columns }
        #expect(answers.verdicts(TerminalClaims(), isXterm: false).last?.fact == .widths(count: 12))
        answers.widths[.ambiguous] = 6
        answers.widths[.flag] = 2
        let wrong = answers.verdicts(TerminalClaims(), isXterm: false).filter { $0.grade == .wrong }
        let flag = WidthSample.all.first { $0.kind == .flag }?.columns ?? 0
        #expect(
            wrong.map(\.fact) == (flag == 2 ? [] : [.width(.flag, shown: 2, counted: flag)])
                + [.width(.ambiguous, shown: 6, counted: 3)])
    }

    @Test(arguments: [
        ("0;38:2::1:130:77", true), ("38:2:1:130:77", true), ("38;2;1;130;77", true), ("38:2:0:1:130:77", true),
        ("38:5:29", false), ("0", false), ("", false), ("38:2::1:130:78", false),
    ])
    func `the colour that was set must come back`(rendition: String, isKept: Bool) {
        var answers = TerminalAnswers()
        answers.take([.rendition(rendition)], to: .rendition)
        #expect(answers.keepsDirectColor == isKept)
        #expect(answers.hasDirectColor == isKept)
    }

    @Test(arguments: [-3, 0, 6, 1000])
    func `a cursor where the sample cannot have put it is no answer`(column: Int) throws {
        let wide = try #require(WidthSample.all.first { $0.kind == .wide })
        var answers = TerminalAnswers()
        answers.take([.cursor(row: 1, column: column)], to: .width(wide))
        #expect(answers.widths.isEmpty)
        answers.take([.cursor(row: 1, column: 5)], to: .width(wide))
        #expect(answers.widths[.wide] == 4)
    }

    @Test func `an answer to another question is not taken`() {
        var answers = TerminalAnswers()
        answers.take([.mode(2026, .set), .cursor(row: 1, column: 3), .rendition("38:2::1:130:77")], to: .mode(2004))
        #expect(answers == TerminalAnswers())
    }

    @Test func `the description goes before the answer, and the answer before COLORTERM`() {
        var claims = Self.claims(["TERM": "xterm-256color", "COLORTERM": "truecolor"])
        var answers = TerminalAnswers()
        #expect(claims.directColorVerdict(nil).fact == .hiddenDirectColor(isClaim: true))
        #expect(claims.directColorVerdict(answers).fact == .hiddenDirectColor(isClaim: true))
        answers.namesDirectColor = false
        #expect(claims.directColorVerdict(answers).fact == .noDirectColor)
        answers.keepsDirectColor = true
        #expect(claims.directColorVerdict(answers).fact == .hiddenDirectColor(isClaim: false))
        #expect(claims.directColorVerdict(answers).remedy == .config("colors = \"rgb\""))
        claims.description?.hasDirectColor = true
        #expect(claims.directColorVerdict(nil).fact == .directColor)
    }

    @Test func `what the settings ask for is wrong only where the terminal denies it`() {
        var claims = Self.claims(["TERM": "xterm-256color"])
        claims.wantsDirectColor = true
        #expect(claims.directColorVerdict(nil) == TerminalVerdict(.right, .wantedDirectColor))
        var answers = TerminalAnswers()
        answers.keepsDirectColor = false
        #expect(claims.directColorVerdict(answers).remedy == .config("colors = \"auto\""))
        claims = Self.claims(["TERM": "tmux-256color", "TMUX": "x"])
        claims.wantsDirectColor = true
        claims.tmux = TmuxOptions(features: [])
        #expect(claims.directColorVerdict(nil).remedy == .tmux("set -as terminal-features \",*:RGB\""))
        claims.tmux = TmuxOptions(features: ["256", "RGB"])
        #expect(claims.directColorVerdict(nil).fact == .wantedDirectColor)
        claims = Self.claims(["TERM": "linux"], colors: 8)
        claims.wantsDirectColor = true
        #expect(claims.directColorVerdict(nil).fact == .unusedDirectColor)
    }
}

@Suite struct TerminalTrialTests {
    @Test(arguments: [
        ([("\u{1B}", 0), ("j", 120)], EscapeTrial.Outcome.apart(after: 120)),
        ([("\u{1B}j", 0)], .held),
        ([("\u{1B}", 0), ("j", 3)], .held),
        ([("j", 0)], .skipped),
        ([("\r", 0)], .skipped),
        ([("\u{1B}[A", 0)], .skipped),
        ([("\u{1B}OA", 0)], .skipped),
    ])
    func `Esc and a key after it are told apart by when they come`(
        reads: [(String, Int)], outcome: EscapeTrial.Outcome
    ) {
        var trial = EscapeTrial()
        for (bytes, time) in reads { trial.take(Array(bytes.utf8), now: time) }
        #expect(trial.outcome == outcome)
    }

    @Test func `Esc without another key came alone`() {
        var trial = EscapeTrial()
        trial.take([0x1B], now: 0)
        #expect(trial.outcome == nil)
        trial.timeOut()
        #expect(trial.outcome == .alone)
    }

    @Test(arguments: [
        ([Key.paste("a")], nil, PasteTrial.Outcome.bracketed(isExpected: nil)),
        ([.paste("a")], "a", .bracketed(isExpected: true)),
        ([.paste("b")], "a", .bracketed(isExpected: false)),
        ([.character("a"), .character("b")], "a", .bare),
        ([.enter], nil, .skipped),
    ])
    func `a paste is known by its marks`(keys: [Key], expected: String?, outcome: PasteTrial.Outcome) {
        var trial = PasteTrial(expected: expected)
        trial.take([])
        #expect(trial.outcome == nil)
        trial.take(keys)
        #expect(trial.outcome == outcome)
    }
}

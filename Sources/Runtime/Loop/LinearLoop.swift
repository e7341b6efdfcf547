import Conversations
import Dashboard
import Glibc
import Logging
import Panes
import Screen
import Store

/// The line mode: reads a line, lets the dashboard decide, does what it asks, and says in lines what changed. It
/// sends no escape sequence and nothing twice, so that a screen reader, a braille line or a pipe can follow.
package final class LinearLoop {
    private let store: Store
    private let mailbox: Mailbox
    private let runner: EffectRunner
    private let setting: Setting
    private let clock: () -> Moment
    private let signals: Signals?
    private let log: Logger
    /// Writes one line; false: nobody reads it any more.
    private let write: (String) -> Bool
    package private(set) var dashboard: Dashboard
    /// After the end: drafts that the store did not take.
    package private(set) var unsaved: [Draft] = []
    /// What was written by anybody, and by others.
    private var versions = (all: 0, foreign: 0)
    private var end: DashboardLoop.End?

    package init(
        store: Store, mailbox: Mailbox, settings: DashboardSettings, setting: Setting, clock: @escaping () -> Moment,
        signals: Signals?, log: Logger, say: @escaping @Sendable (StoreError) -> String,
        write: @escaping (String) -> Bool
    ) {
        self.store = store
        self.mailbox = mailbox
        self.setting = setting
        self.clock = clock
        self.signals = signals
        self.log = log
        self.write = write
        runner = EffectRunner(
            store: store, mailbox: mailbox, clock: clock,
            importing: EffectRunner.ImportSetting(choices: setting.importChoices, catalogue: setting.catalogue),
            say: say)
        dashboard = Dashboard(settings: settings.forLines, size: Dashboard.sizeForLines)
    }

    /// Runs until somebody quits or no further line comes. What was written and done is on disk then.
    package func run(_ input: LineInput) -> DashboardLoop.End {
        log.info("the line mode opens \(store.path)")
        var input = input
        start()
        while end == nil {
            if wait(for: input) {
                for line in input.read() where end == nil { take(line) }
                if input.isAtEnd { finishInput() }
            }
            takeSignals()
            takeNews()
        }
        unsaved = runner.finish(log: log)
        log.info("the line mode ends: \(end ?? .quit)")
        return end ?? .quit
    }

    /// Loads the list and says where somebody is.
    package func start() {
        versions = currentVersions
        _ = runner.lookForOverruling()
        perform(dashboard.start())
        settle()
        tell(announcer.opening(dashboard))
    }

    /// Does what one line asks for and says what came of it, then what others did meanwhile.
    package func take(_ line: String) {
        dashboard.tick(now: clock())
        let before = dashboard
        guard dashboard.composer == nil, dashboard.prompt == nil else {
            obey(line)
            lookForOthers(since: before)
            return
        }
        if let word = LineWord(line) {
            tell(announcer.voice.answer(word, dashboard))
        } else if !line.allSatisfy(\.isWhitespace) {
            obey(line)
        } else if !lookForOthers(since: before) {
            tell(announcer.voice.here(dashboard))
        }
        lookForOthers(since: before)
    }

    private func obey(_ line: String) {
        let before = dashboard
        let writing = dashboard.composer == nil ? nil : ComposerLine(line)
        perform(dashboard.enter(line, catalogue: setting.catalogue, now: clock()))
        settle()
        while dashboard.isPlaying, end == nil {
            perform(dashboard.playOn(now: clock()))
            settle()
        }
        if end == nil { tell(lines(since: before, writing: writing)) }
    }

    /// No further line comes: a reply stays as a draft, and an import that runs here is waited for.
    package func finishInput() {
        let before = dashboard
        perform(dashboard.endLines(now: clock()))
        settle()
        if before.composer != nil { tell(announcer.changes(from: before, to: dashboard)) }
        while dashboard.imports.progress != nil, end == nil {
            wait(milliseconds: 1000)
            takeSignals()
            takeNews()
        }
        end = end ?? .quit
    }

    private var announcer: Announcer {
        Announcer(
            Voice(catalogue: setting.catalogue, now: clock(), zoneOffset: dashboard.settings.zoneOffset))
    }

    private func tell(_ lines: [SafeText]) {
        for line in lines where end == nil {
            let text = setting.repertoire == .ascii ? line.ascii() : line
            if !write(text.plain) { end = .hangup }
        }
    }
}

extension LinearLoop {
    private func lines(since before: Dashboard, writing: ComposerLine?) -> [SafeText] {
        let lines = announcer.changes(from: before, to: dashboard)
        switch writing {
        case .show, .edit, .undo: return lines + (dashboard.composer.map(announcer.voice.soFar) ?? [])
        default: return lines
        }
    }

    /// The selection holds still while somebody types: what others did is looked for between two lines only.
    /// - Returns: whether they did something.
    @discardableResult
    private func lookForOthers(since before: Dashboard) -> Bool {
        let (known, current) = (versions, currentVersions)
        let lapsed = runner.hasLapse(version: current.all)
        guard end == nil, lapsed || known != current else { return false }
        versions = current
        let obeyed = dashboard
        deliver([.storeChanged] + runner.lookForOverruling())
        settle()
        guard lapsed || known.foreign != current.foreign else { return false }
        let lines = announcer.others(from: before, obeyed: obeyed, to: dashboard)
        tell(lines)
        return !lines.isEmpty
    }

    private var currentVersions: (all: Int, foreign: Int) {
        ((try? store.dataVersion()) ?? versions.all, (try? store.foreignVersion()) ?? versions.foreign)
    }

    /// What ended by itself is told at once: it is the answer to an earlier line.
    private func takeNews() {
        let answers = mailbox.drain() + runner.runDue()
        guard !answers.isEmpty else { return }
        let before = dashboard
        dashboard.clearStatus()
        deliver(answers)
        // A draft that cannot be written is tried again and again, and said once.
        if dashboard.status.text != before.status.text { tell(announcer.status(before, dashboard)) }
    }

    /// Waits until the store has answered. Lines are obeyed one after the other, also where an act has to wait for
    /// somebody else who writes.
    private func settle() {
        var wasTold = false
        repeat {
            deliver(mailbox.drain() + runner.runDue(early: true))
            if runner.waitingCount > 0, !wasTold {
                wasTold = true
                tell(announcer.waiting(runner.waitingCount))
            }
            takeSignals()
            if !runner.isCaughtUp { wait(milliseconds: PendingWrites.retryDelay) }
        } while !runner.isCaughtUp && end == nil
        deliver(mailbox.drain())
        if !runner.isCaughtUp, end == nil { settle() }
        if end == nil { runner.answering(dashboard.composer?.message.digest) }
    }

    private func deliver(_ answers: [Answer]) {
        for answer in answers {
            if let failure = answer.failure { log.error("\(failure)") }
            perform(dashboard.receive(answer, now: clock()))
        }
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .quit: end = .quit
            case .suspend: setting.stopGroup()
            case .edit(let text): edit(text)
            case .open(let target):
                deliver([.opened(target, setting.desktop?.open(target, mailbox: mailbox) ?? .noBrowser)])
            case .copy(let copying): copy(copying)
            // Lines hold no escape sequence.
            case .sendToTerminal(let copying): deliver([.copied(copying, .nowhere)])
            case .redraw, .showTheme, .keepTheme, .keepMacro, .takeMouse: break
            default:
                let dashboard = dashboard
                deliver(runner.run(effect) { dashboard.newestShown(of: $0, by: $1) })
            }
        }
    }

    private func copy(_ copying: Copying) {
        switch setting.desktop?.way {
        case .program(let program), .tmux(let program):
            deliver([setting.desktop?.copied(copying, by: program)].compactMap(\.self))
        case .off: deliver([.copied(copying, .off)])
        case .terminal, nil: deliver([.copied(copying, .nowhere)])
        }
    }

    private func edit(_ text: String) {
        guard let editor = setting.editor else {
            deliver([.edited(text: nil, error: setting.catalogue.say(Phrase("the editor needs a terminal")))])
            return
        }
        switch editor.edit(text, meanwhile: runner.keepClaim) {
        case .edited(let text): deliver([.edited(text: text, error: nil)])
        case .failed(let reason): deliver([.edited(text: nil, error: setting.catalogue.say(reason))])
        }
    }
}

extension LinearLoop {
    private func takeSignals() {
        for signal in signals?.read() ?? [] {
            switch signal {
            case .terminate: end = .terminated
            case .hangup: end = .hangup
            case .interrupt: interrupt()
            case .stop: setting.stopGroup()
            case .windowChanged, .resume: break
            }
        }
    }

    /// `^C` leaves what waits for a line, and where nothing does, the program.
    private func interrupt() {
        let before = dashboard
        guard let effects = dashboard.interruptLine(now: clock()) else {
            end = .terminated
            return
        }
        perform(effects)
        tell(announcer.changes(from: before, to: dashboard))
    }

    /// - Returns: whether there is something to read.
    private func wait(for input: LineInput) -> Bool {
        wait(milliseconds: runner.timeout ?? 60_000, alsoFor: input.fileDescriptor)
    }

    @discardableResult
    private func wait(milliseconds: Int, alsoFor input: Int32 = -1) -> Bool {
        // poll passes over a file of -1.
        var polled = [input, mailbox.fileDescriptor, signals?.fileDescriptor ?? -1].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        return poll(&polled, nfds_t(polled.count), Int32(milliseconds)) > 0 && polled[0].revents != 0
    }
}

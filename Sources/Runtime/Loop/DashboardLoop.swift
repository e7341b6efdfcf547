import Conversations
import Dashboard
import Glibc
import Logging
import Panes
import Screen
import Store

/// The one thread that owns the screen: waits for the terminal, other threads and signals, lets the
/// dashboard decide, does what it asks, and draws once per batch.
package final class DashboardLoop {
    /// How the loop came to its end.
    package enum End: Equatable, Sendable {
        case quit, hangup, terminated
    }

    let display: any Display
    private let signals: Signals?
    let mailbox: Mailbox
    private let runner: EffectRunner
    private let store: Store
    private var look: Look
    private let wardrobe: Wardrobe?
    private let macros: RecordedMacros?
    private let clock: () -> Moment
    private let editor: ExternalEditor
    let desktop: Desktop?
    private let stopGroup: () -> Void
    private let log: Logger
    package private(set) var dashboard: Dashboard
    /// After the end: drafts that the store did not take.
    package private(set) var unsaved: [Draft] = []
    private var shown: (grid: CellGrid, cursor: Point?)?
    /// What `shown` was drawn from.
    private var drawn: Dashboard?
    /// The store as others left it, as far as it is shown: what comes of own acts is loaded with their answers.
    private var foreignVersion = 0
    private var end: End?

    /// How long a key that writes may wait for another writer before it is shown as waiting, in milliseconds.
    nonisolated package static let busyTimeout = 5
    /// How often another process's writes are looked for, in milliseconds.
    private static let storePoll = 1000

    /// - Parameters:
    ///   - wardrobe: where other themes come from; nil: there are none.
    ///   - macros: where what is recorded is kept; nil: nowhere.
    ///   - desktop: what opens links and copies; nil: nothing does.
    ///   - stopGroup: stops the process group and returns when the shell continues it.
    package init(
        display: any Display, store: Store, mailbox: Mailbox, settings: DashboardSettings, look: Look,
        wardrobe: Wardrobe? = nil, macros: RecordedMacros? = nil, clock: @escaping () -> Moment, editor: ExternalEditor,
        desktop: Desktop? = nil, signals: Signals?, stopGroup: @escaping () -> Void, log: Logger,
        importChoices: ImportChoices = ImportChoices(),
        say: @escaping @Sendable (StoreError) -> String
    ) {
        self.display = display
        self.store = store
        self.mailbox = mailbox
        self.look = look
        self.wardrobe = wardrobe
        self.macros = macros
        self.clock = clock
        self.editor = editor
        self.desktop = desktop
        self.signals = signals
        self.stopGroup = stopGroup
        self.log = log
        runner = EffectRunner(
            store: store, mailbox: mailbox, clock: clock,
            importing: EffectRunner.ImportSetting(choices: importChoices, catalogue: look.catalogue), say: say)
        dashboard = Dashboard(settings: settings, size: display.size)
    }

    /// Runs until somebody quits or the terminal goes.
    package func run() -> End {
        log.info("the dashboard opens \(store.path)")
        start()
        while end == nil {
            wait()
            step()
        }
        unsaved = runner.finish(log: log)
        log.info("the dashboard ends: \(end ?? .quit)")
        return end ?? .quit
    }

    /// Loads what is shown first.
    package func start() {
        foreignVersion = (try? store.foreignVersion()) ?? 0
        _ = runner.lookForOverruling()
        perform(dashboard.start())
        paint()
    }

    /// Takes all that has come, and draws once.
    /// - Parameter early: does what is due later as well (previews, drafts).
    package func step(early: Bool = false) {
        for signal in signals?.read() ?? [] { take(signal) }
        for input in display.readInput() where end == nil { take(input) }
        deliver(mailbox.drain() + runner.runDue(early: early))
        playOn()
        if dashboard.status.isLeaving, runner.waitingCount == 0 { end = .quit }
        if end == nil { runner.answering(dashboard.composer?.message.digest) }
        lookForOthers()
        dashboard.tick(now: clock())
        paint()
    }

    /// Whether somebody quit or the terminal went; nothing is taken or drawn any more.
    package var isOver: Bool { end != nil }

    /// Whether nothing is under way that could still change the screen.
    package var isSettled: Bool { runner.isSettled && !dashboard.isPlaying }

    /// Steps of a macro between two looks at the keyboard.
    private static let stepsAtOnce = 50

    /// Goes on with a macro, as far as what it asked for is answered.
    private func playOn() {
        for _ in 0..<Self.stepsAtOnce where dashboard.isPlaying && runner.isQuiet && end == nil {
            perform(dashboard.playOn(now: clock()))
            deliver(mailbox.drain())
        }
    }

    /// Waits for something to happen.
    package func wait() {
        var polled = [
            pollfd(fd: display.fileDescriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: mailbox.fileDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        if let signals { polled.append(pollfd(fd: signals.fileDescriptor, events: Int16(POLLIN), revents: 0)) }
        _ = poll(&polled, nfds_t(polled.count), Int32(timeout))
    }

    private var timeout: Int {
        var wait = Self.storePoll
        if let due = runner.timeout { wait = min(wait, due) }
        if let pending = display.pendingInputTimeout { wait = min(wait, pending) }
        if dashboard.countsDown { wait = min(wait, 1000) }
        if dashboard.isPlaying, runner.isQuiet { wait = 0 }
        return wait
    }

    private func lookForOthers() {
        guard let version = try? store.foreignVersion() else { return }
        let lapsed = runner.hasLapse(version: version)
        guard lapsed || version != foreignVersion else { return }
        foreignVersion = version
        deliver([.storeChanged] + runner.lookForOverruling())
    }

    /// Draws what differs from what is shown; nothing when nothing does. That time passed is no reason: ages are drawn
    /// anew with the next change.
    private func paint() {
        guard end == nil, shown == nil || dashboard.countsDown || drawn != dashboard else { return }
        drawn = dashboard
        var grid = CellGrid(size: dashboard.size)
        let canvas = Canvas(
            theme: look.theme, glyphs: look.glyphs, catalogue: look.catalogue, now: clock(),
            zoneOffset: dashboard.settings.zoneOffset)
        let cursor = draw(dashboard, into: &grid, with: canvas)
        if look.glyphs.repertoire == .ascii { grid = grid.ascii() }
        guard shown?.grid != grid || shown?.cursor != cursor else { return }
        shown = (grid, cursor)
        display.paint(grid, cursor: cursor)
    }

    /// The cells that are shown now.
    package var frame: CellGrid? { shown?.grid }
}

extension DashboardLoop {
    private func take(_ input: DisplayInput) {
        switch input {
        case .key(let key): perform(dashboard.press(key, now: clock()))
        case .resized(let size): perform(dashboard.resize(size))
        case .hangup: end = .hangup
        }
    }

    private func take(_ signal: Signals.Signal) {
        switch signal {
        case .windowChanged, .resume:
            if let size = display.refreshSize() { perform(dashboard.resize(size)) }
        case .terminate, .interrupt: end = .terminated
        case .hangup: end = .hangup
        case .stop: suspend()
        }
    }

    private func deliver(_ answers: [Answer]) {
        for answer in answers {
            if let failure = answer.failure { log.error("\(failure)") }
            // Whoever quit believes it done.
            if answer.loss != nil { dashboard.leave(false) }
            perform(dashboard.receive(answer, now: clock()))
        }
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .quit: quit()
            case .suspend: suspend()
            case .redraw:
                shown = nil
                display.invalidate()
                if let size = display.refreshSize() { perform(dashboard.resize(size)) }
            case .edit(let text): edit(text)
            case .open(let target): deliver([open(target)])
            case .copy(let copying): deliver(copy(copying).map { [$0] } ?? [])
            case .sendToTerminal(let copying): deliver([send(copying)])
            case .takeMouse(let wanted):
                if !display.takeMouse(wanted) { deliver([.noMouse]) }
            case .showTheme(let name): _ = wear(name)
            case .keepTheme(let name): keep(name)
            case .keepMacro(let macro):
                if macros?.keep(macro) != true { deliver([.macroNotKept(macro.name)]) }
            default:
                let dashboard = dashboard
                deliver(runner.run(effect) { dashboard.newestShown(of: $0, by: $1) })
            }
        }
    }

    /// Acts that wait for the store are shown as waiting until they are on disk; then the program ends.
    private func quit() {
        guard runner.waitingCount > 0 else {
            end = .quit
            return
        }
        dashboard.leave(true)
    }

    private func suspend() {
        display.suspend()
        stopGroup()
        comeBack()
    }

    private func edit(_ text: String) {
        display.suspend()
        let result = editor.edit(text, meanwhile: runner.keepClaim)
        comeBack()
        switch result {
        case .edited(let text): deliver([.edited(text: text, error: nil)])
        case .failed(let reason): deliver([.edited(text: nil, error: look.catalogue.say(reason))])
        }
    }

    /// Draws with a theme from now on. One that cannot be loaded changes nothing and is told.
    private func wear(_ name: String) -> Bool {
        guard let wardrobe else { return false }
        do {
            look.theme = try wardrobe.load(name)
            drawn = nil
            return true
        } catch {
            deliver([.failed(look.catalogue.say(error.sentence))])
            return false
        }
    }

    private func keep(_ name: String) {
        guard wear(name), let wardrobe else {
            _ = wear(dashboard.theme)
            return
        }
        deliver([.themeKept(name, lasts: wardrobe.keep(name))])
    }

    private func comeBack() {
        display.resume()
        shown = nil
        if display.size != dashboard.size { perform(dashboard.resize(display.size)) }
    }
}

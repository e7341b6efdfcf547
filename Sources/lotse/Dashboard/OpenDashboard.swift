import Conversations
import Dashboard
import Foundation
import Runtime
import Screen
import Store
import Terminal

/// Opens the dashboard on this terminal and returns when it is left.
/// - Parameters:
///   - signals: opened before the first thread was made.
///   - keepsTheme: the next session begins with the theme that is chosen in this one.
@MainActor
func openDashboard(_ invocation: Invocation, store: Store, signals: Signals?, keepsTheme: Bool = true) throws {
    guard let terminal = try openTerminal(invocation) else {
        invocation.warn("This terminal cannot place the cursor (TERM): lotse goes on line by line.")
        return try openLines(invocation, store: store, signals: signals)
    }
    defer { terminal.restore() }
    guard let mailbox = Mailbox() else { throw CommandFailure("The system has no pipe left.") }
    let themes = invocation.themes(colors: terminal.colors, keeps: keepsTheme)
    let look = try invocation.look(themes, isUTF8: terminal.isUTF8)
    var settings = try invocation.dashboardSettings()
    settings.place = invocation.placeFile.take()
    settings.notice = settings.notice ?? terminal.notice?.phrase
    let loop = DashboardLoop(
        display: terminal, store: store, mailbox: mailbox, settings: settings, look: look,
        wardrobe: themes, macros: RecordedMacros(stateFolder: invocation.paths.stateFolder), clock: invocation.clock,
        editor: invocation.editor, desktop: invocation.desktop, signals: signals, stopGroup: JobControl.stopGroup,
        log: LogFile.logger(folder: invocation.paths.stateFolder),
        importChoices: try invocation.importChoices(), say: invocation.sayStoreError)
    CrashGuard.setMessage(invocation.catalogue.say("lotse ended unexpectedly; drafts are kept"))
    let end = loop.run()
    terminal.restore()
    invocation.rescue(loop.unsaved)
    guard end == .quit else {
        invocation.placeFile.keep(loop.dashboard.place)
        throw CommandFailure(nil, status: ExitStatus.terminated)
    }
}

/// - Returns: nil where the terminal cannot place its cursor.
@MainActor
private func openTerminal(_ invocation: Invocation) throws -> Terminal? {
    do {
        return try Terminal(wantsDirectColor: invocation.configuration.colors == .rgb)
    } catch .notATerminal {
        throw CommandFailure(
            "The dashboard needs a terminal. Use `lotse list` and `lotse show ID` instead; `lotse help` lists all commands."
        )
    } catch .dumb {
        return nil
    } catch {
        throw CommandFailure("The terminal cannot be used; TERM names no description that works.")
    }
}

extension TerminalNotice {
    fileprivate var phrase: Phrase {
        switch self {
        case .unknownTerm("", let used): Phrase("TERM is not set; lotse draws as for %1.", used)
        case .unknownTerm(let term, let used):
            Phrase("TERM %1 is unknown here; drawn as for %2", term, used)
        }
    }
}

extension Invocation {
    /// The time at each moment: the system's, or the one that `--now` fixed.
    var clock: () -> Moment {
        guard isTimeFixed else { return { Surroundings.clock } }
        let fixed = now
        return { fixed }
    }

    /// What was taught of formats and columns.
    func importChoices() throws -> ImportChoices {
        var choices = ImportChoices()
        choices.mappings = try FormatMappings.load(paths.configFolder + "/formats")
        choices.remembered = RememberedMappings(stateFolder: paths.stateFolder).memory
        return choices
    }

    /// The views that lotse comes with, and the person's own.
    func views() throws -> [SavedView] {
        var views = SavedView.shipped
        for own in configuration.views {
            let view = try SavedView(own, configPath: configPath)
            if let index = views.firstIndex(where: { $0.name == view.name }) {
                views[index] = view
            } else {
                views.append(view)
            }
        }
        return views
    }

    /// Where the place of a session that broke off is kept.
    var placeFile: PlaceFile { PlaceFile(stateFolder: paths.stateFolder, store: storePath) }

    var sayStoreError: @Sendable (StoreError) -> String {
        let catalogue = catalogue
        return { catalogue.say($0.sentence) }
    }

    /// What opens links and copies texts.
    var desktop: Desktop {
        Desktop(environment: ProcessInfo.processInfo.environment, clipboard: configuration.clipboard)
    }

    @MainActor
    var editor: ExternalEditor {
        let environment = ProcessInfo.processInfo.environment
        let named = [configuration.editor, environment["VISUAL"], environment["EDITOR"]]
        let command = named.compactMap { $0 }.first { !$0.isEmpty } ?? "vi"
        return ExternalEditor(command: command, folder: paths.stateFolder + "/edit")
    }

    @MainActor
    func dashboardSettings() throws -> DashboardSettings {
        var platforms: [String: PlatformRules] = [:]
        for (name, settings) in PlatformSettings.builtIn.merging(configuration.platforms, uniquingKeysWith: { $1 }) {
            let length: LengthRule =
                settings.isWeighted ? .weighted(limit: settings.length ?? 280) : .plain(limit: settings.length)
            platforms[name] = PlatformRules(length: length, hold: settings.hold)
        }
        let keymap = Keymap.judged(configuration.keys).keymap
        return DashboardSettings(
            storeName: URL(fileURLWithPath: storePath).deletingPathExtension().lastPathComponent, actor: actor.name,
            keymap: keymap, zoneOffset: Surroundings.zoneOffset(at: now), platforms: platforms,
            themes: paths.themes().map(\.name), theme: themeName, views: try views(), catalogue: catalogue,
            manual: ManualTopics.all(keymap),
            macros: configuration.macros + RecordedMacros(stateFolder: paths.stateFolder).all, notice: notice,
            panes: configuration.panes, takesMouse: configuration.takesMouse)
    }

    /// The first of the keys and macros that were left out, for the status line; nil: all are in force.
    private var notice: Phrase? {
        let sentences = configuration.keySentences
        guard let first = sentences.first else { return nil }
        let others = sentences.count - 1
        return others == 0
            ? first
            : Phrase(
                one: "%2 (lotse keys --check tells 1 more)", other: "%2 (lotse keys --check tells %1 more)",
                count: others, first)
    }
}

extension Runtime.Configuration {
    /// What is wrong with keys and macros.
    var keySentences: [Phrase] { keyFindings.map(\.sentence) + macroFindings.map(\.sentence) }
}

extension SavedView {
    /// - Throws: `CommandFailure` where the query says nothing, with the place in it.
    fileprivate init(_ settings: ViewSettings, configPath: String) throws {
        do {
            self.init(
                name: settings.name, query: try Query(parsing: settings.query),
                sort: InboxSort(rawValue: settings.sort) ?? .newest)
        } catch {
            throw CommandFailure(Phrase("%1: [views.%2]: %3", configPath, settings.name, error.phrase))
        }
    }
}

import ArgumentParser
import Conversations
import Dashboard
import Foundation
import Runtime
import Screen

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show your settings.",
        discussion: "--init writes a settings file in which every setting is explained.")

    @OptionGroup var common: CommonOptions

    @Flag(name: .customLong("init"), help: "Write a commented settings file; an existing one is kept.")
    var isInit = false

    @Flag(help: "Print where the settings file, the store and the state are.")
    var path = false

    func run() throws {
        if isInit { return try initialize() }
        let invocation = try common.invocation()
        if path {
            try invocation.out.line("config  \(invocation.configPath)")
            try invocation.out.line("store   \(invocation.storePath)")
            try invocation.out.line("state   \(invocation.paths.stateFolder)")
            return
        }
        try show(invocation)
    }

    private func show(_ invocation: Invocation) throws {
        let configuration = invocation.configuration
        let out = invocation.out
        try out.line("me        \(invocation.actor.name)")
        try out.line("user      \(invocation.actor.osUser)")
        try out.line("editor    \(configuration.editor ?? "$VISUAL, $EDITOR, vi")")
        try out.line("theme     \(invocation.themeName)")
        try out.line("colors    \(configuration.colors.rawValue)")
        try out.line("mouse     \(configuration.takesMouse ? "on" : "off")")
        try out.line("language  \(invocation.catalogue.language)")
        try out.line("clipboard \(configuration.clipboard.rawValue)")
        try out.line("layout    \(configuration.panes.arrangement.rawValue)")
        let sizes = [configuration.panes.inboxColumns, configuration.panes.inboxRows].map {
            $0.map(String.init) ?? "auto"
        }
        try out.line("panes     inbox_columns=\(sizes[0]) inbox_rows=\(sizes[1])")
        for view in configuration.views { try out.line("view      \(view.name) sort=\(view.sort) \(view.query)") }
        for macro in configuration.macros {
            try out.line(
                "macro     \(macro.name) \(macro.text.split(whereSeparator: \.isNewline).joined(separator: " "))")
        }
        for (context, keys) in configuration.keys.sorted(by: { $0.key < $1.key }) {
            for (key, command) in keys.sorted(by: { $0.key < $1.key }) {
                try out.line("key       \(context) \(key) \(command)")
            }
        }
        let names = Set(configuration.platforms.keys).union(PlatformSettings.builtIn.keys)
        for name in names.sorted() {
            let platform = configuration.platform(name)
            let length = platform.length.map(String.init) ?? "any"
            let counting = platform.isWeighted ? "weighted" : "plain"
            try out.line("platform  \(name) length=\(length) counting=\(counting) hold=\(platform.hold)")
        }
    }

    /// Does not read the settings, which may be what is broken.
    private func initialize() throws {
        let file = common.config ?? Paths.ofProcess().configFile
        PrivateFiles.makeFolder(FilePath.parent(of: file))
        let descriptor = open(file, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_WRONLY, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure(
                errno == EEXIST
                    ? Phrase("%1 is there already and was not overwritten.", file)
                    : Phrase("%1 cannot be made: %2.", file, SystemError.words(errno)))
        }
        defer { close(descriptor) }
        let output = TextOutput(descriptor: descriptor, isTerminal: false)
        try output.write(Runtime.Configuration.commentedDefault)
        try TextOutput.standardOutput().line(
            Surroundings.catalogueOfErrors.say(Phrase("Written: %1.", file)))
    }
}

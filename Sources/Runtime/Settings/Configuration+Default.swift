nonisolated extension Configuration {
    /// What `lotse config --init` writes: each setting with its explanation, none of them in force. A line `#word`
    /// is a setting, a line `# words` explains.
    package static var commentedDefault: String {
        """
        # The settings of lotse. Take the # off the lines that you change.

        # Who you are in the team; without it: the name of your account.
        #me = "lotte"

        # The editor for long replies; without it: $VISUAL, then $EDITOR, then vi.
        #editor = "nano"

        # A name that `lotse themes` lists; without it: the one that was chosen with :theme, else dark.
        #theme = "dark"

        # en or de; without it: from LC_ALL, LC_MESSAGES, LANG.
        #language = "de"

        # Where the thread stands: auto (by the size of the screen), right, bottom, or single (one pane at a time).
        #layout = "auto"

        # How much of the screen the inbox has beside the thread; without it: by the size of the screen.
        #[panes]
        #inbox_columns = 80
        #inbox_rows = 10

        # Keys of your own, for each of inbox, thread, composer, prompt, help, sheet. A chord has blanks: "g g".
        # The help in the dashboard (?) lists keys and commands.
        #[keys.inbox]
        #"ctrl-r" = "redo"

        # Views of your own, tabs beside those of lotse: a query, and newest or waiting (longest first) as its order.
        #[views.Storm]
        #query = "is:open label:storm"
        #sort = "waiting"

        # What a platform allows of a reply: length in characters (0: no limit), counting as plain or weighted
        # (X's way), hold in seconds (how long a sent reply can be taken back).

        """ + platformLines
    }

    private static var platformLines: String {
        PlatformSettings.builtIn.sorted { $0.key < $1.key }.map { name, settings in
            """
            #[platforms.\(name)]
            #length = \(settings.length ?? 0)
            #counting = "\(settings.isWeighted ? "weighted" : "plain")"
            #hold = \(settings.hold)

            """
        }.joined(separator: "\n")
    }
}

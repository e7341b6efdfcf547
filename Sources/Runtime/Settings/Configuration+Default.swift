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

        # rgb: the terminal takes colours by red, green and blue, though TERM does not say so; auto: what TERM says.
        # `lotse doctor --terminal` finds out.
        #colors = "auto"

        # true: the wheel turns the pane under it, a click selects, a double click opens; with Shift the mouse stays the
        # terminal's. false: all of it is the terminal's.
        #mouse = false

        # en or de; without it: from LANGUAGE, LC_ALL, LC_MESSAGES, LANG.
        #language = "de"

        # How texts are copied: auto (a program of this machine, else tmux, else the terminal by OSC 52), osc52 (the
        # terminal, in tmux by way of it), off.
        #clipboard = "auto"

        # Where the thread stands: auto (by the size of the screen), right, bottom, or single (one pane at a time).
        #layout = "auto"

        # How much of the screen the inbox has beside the thread; without it: by the size of the screen.
        #[panes]
        #inbox_columns = 80
        #inbox_rows = 10

        # Keys of your own, for each of inbox, thread, composer, prompt, help, sheet. A chord has blanks: "g g".
        # A key stands for a command, with its argument where it takes one; "none" takes a key away. The help in the
        # dashboard (?) and `lotse keys` list keys and commands, `lotse keys --check` finds what is wrong here.
        #[keys.inbox]
        #"ctrl-r" = "redo"
        #"Z" = "label urgent"

        # Macros: keys as `lotse screen --keys` takes them, or lines after a colon; several stand on lines of their own.
        # :play thanks plays one, and a key bound to "play thanks" does. Q records others, @ plays them.
        #[macros]
        #thanks = ":label thanks\\n:resolve acknowledged"
        #shipped = "r \\"It is on its way.\\" alt-enter"

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

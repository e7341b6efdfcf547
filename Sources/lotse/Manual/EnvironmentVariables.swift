/// The variables of the environment that change what lotse does.
enum EnvironmentVariables {
    static let all: [(name: String, meaning: String)] = [
        ("LOTSE_STORE", "The store's file, where `--store` does not name one."),
        ("LOTSE_DATA", "A folder with themes, catalogues and demo, which is searched first."),
        ("XDG_CONFIG_HOME", "Where the folder with your settings is; absolute."),
        ("XDG_DATA_HOME", "Where the folder with the store is; absolute."),
        ("XDG_STATE_HOME", "Where the folder with logs is; absolute."),
        ("VISUAL", "The editor for long texts."),
        ("EDITOR", "The editor, where `VISUAL` is not set."),
        ("BROWSER", "What opens links: commands with colons between them, `%s` for the address."),
        ("LANGUAGE", "Languages, best first, colons between them; not where the locale is `C`."),
        ("LC_ALL", "The language, and whether the terminal shows UTF-8."),
        ("LC_MESSAGES", "The language, where `LC_ALL` is not set."),
        ("LANG", "The language, where neither of them is set."),
        ("NO_COLOR", "Where it is set, nothing is shown in colour."),
        ("ESCDELAY", "For how many milliseconds a lone Esc is waited for; 25 without it."),
    ]
}

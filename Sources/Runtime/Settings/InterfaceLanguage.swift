/// A language that the interface speaks. The raw value is ISO 639-1.
nonisolated package enum InterfaceLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"

    /// The configured language, else the one of the locale for messages (POSIX.1-2017, 8.2: `LC_ALL`,
    /// `LC_MESSAGES`, `LANG`), else English.
    package init(configured: String?, environment: [String: String]) {
        let locale = Self.locale("LC_MESSAGES", environment)
        let language = locale.prefix { !"_.@".contains($0) }
        self = configured.flatMap(Self.init) ?? Self(rawValue: language.lowercased()) ?? .english
    }

    /// Whether the locale for characters names UTF-8: `de_DE.UTF-8`, `C.utf8`.
    package static func isUTF8Locale(_ environment: [String: String]) -> Bool {
        let locale = locale("LC_CTYPE", environment)
        guard let dot = locale.firstIndex(of: ".") else { return false }
        let codeset = locale[dot...].dropFirst().prefix { $0 != "@" }
        return codeset.lowercased().filter { $0 != "-" } == "utf8"
    }

    /// An empty variable counts as unset.
    private static func locale(_ category: String, _ environment: [String: String]) -> String {
        ["LC_ALL", category, "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    }
}

import Foundation
import Screen

/// Where the dashboard gets another theme from, and where it keeps which one was chosen.
nonisolated package struct Wardrobe {
    /// A theme by its name, brought down to what the terminal can show.
    package var load: (String) throws(ConfigurationError) -> Theme
    /// Notes that a theme was chosen.
    /// - Returns: whether the next session begins with it.
    package var keep: (String) -> Bool

    /// A wardrobe of its two ways.
    package init(load: @escaping (String) throws(ConfigurationError) -> Theme, keep: @escaping (String) -> Bool) {
        self.load = load
        self.keep = keep
    }
}

/// The theme that was chosen in the dashboard: one line in `$XDG_STATE_HOME/lotse/theme`. The settings file is the
/// person's own and is never written to.
nonisolated package struct ChosenTheme: Sendable {
    /// The file.
    package let path: String

    /// - Parameter stateFolder: `Paths.stateFolder`.
    package init(stateFolder: String) {
        path = stateFolder + "/theme"
    }

    /// nil: none was chosen, or the file says no name.
    package var name: String? {
        guard let text = try? SettingsText.read(path)?.text else { return nil }
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return Paths.isName(name) ? name : nil
    }

    /// - Returns: whether it is on disk.
    package func keep(_ name: String) -> Bool {
        PrivateFiles.replace(path, with: name + "\n")
    }
}

import Foundation
import Runtime
import Screen

extension Invocation {
    /// The theme at the start: what the settings say, else what was chosen in an earlier session, else the default.
    var themeName: String {
        if let name = configuration.theme { return name }
        guard let chosen = ChosenTheme(stateFolder: paths.stateFolder).name, (try? paths.loadTheme(chosen)) != nil
        else { return Theme.dark.name }
        return chosen
    }

    /// Themes for a terminal.
    /// - Parameters:
    ///   - colors: the terminal's, as terminfo counts them.
    ///   - keeps: what is chosen is noted for the next session.
    @MainActor
    func themes(colors: Int, keeps: Bool) -> Wardrobe {
        let colors = color.colors(colors, environment: ProcessInfo.processInfo.environment)
        let (paths, configured) = (paths, configuration.theme)
        return Wardrobe(
            load: { (name) throws(ConfigurationError) in try paths.loadTheme(name).reduced(to: colors) },
            keep: { name in
                guard keeps, ChosenTheme(stateFolder: paths.stateFolder).keep(name) else { return false }
                return configured == nil || configured == name
            })
    }

    /// Theme, ornaments and language.
    @MainActor
    func look(_ themes: Wardrobe, isUTF8: Bool) throws -> DashboardLoop.Look {
        DashboardLoop.Look(
            theme: try themes.load(themeName), glyphs: isUTF8 ? .unicode : .ascii, catalogue: catalogue)
    }
}

import Screen

extension DashboardLoop {
    /// Theme, ornaments and language.
    package struct Look {
        package var theme: Theme
        package var glyphs: Glyphs
        package var catalogue: Catalogue

        package init(theme: Theme, glyphs: Glyphs, catalogue: Catalogue) {
            self.theme = theme
            self.glyphs = glyphs
            self.catalogue = catalogue
        }
    }
}

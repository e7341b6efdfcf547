import Screen

extension LinearLoop {
    /// What the loop works with besides the store.
    package struct Setting {
        package var catalogue: Catalogue
        package var repertoire: Repertoire
        /// nil: there is no terminal that an editor could use.
        package var editor: ExternalEditor?
        /// What opens links and copies; nil: nothing does.
        package var desktop: Desktop?
        package var importChoices: ImportChoices
        /// Stops the process group and returns when the shell continues it.
        package var stopGroup: () -> Void

        package init(
            catalogue: Catalogue, repertoire: Repertoire, editor: ExternalEditor?, desktop: Desktop? = nil,
            importChoices: ImportChoices = ImportChoices(), stopGroup: @escaping () -> Void
        ) {
            self.catalogue = catalogue
            self.repertoire = repertoire
            self.editor = editor
            self.desktop = desktop
            self.importChoices = importChoices
            self.stopGroup = stopGroup
        }
    }
}

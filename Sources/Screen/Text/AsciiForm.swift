/// What stands for a glyph where the locale knows ASCII only, column for column.
enum AsciiForm {
    /// One column of it; a wide glyph takes it twice. `?` where nothing fits.
    static func glyph(for glyph: Glyph) -> Glyph {
        if glyph.isASCII { return glyph }
        if glyph.isBlank { return .blank }
        return Glyph(ascii: forms[glyph.base.value] ?? UInt8(ascii: "?"))
    }

    private static let forms: [UInt32: UInt8] = {
        var forms: [UInt32: UInt8] = [:]
        for (from, to) in zip(sources.unicodeScalars, targets.utf8) { forms[from.value] = to }
        return forms
    }()

    private static let sources = "…–—‘’‚“”„•·│─├└┌┐┘┤┬┴┼→←↑↓▸▶●○✓äöüÄÖÜßéèêëáàâãåíìîïóòôõúùûñçÉÈÁÀÅÍÓÚÑÇ"
    private static let targets = ".--'',\"\"\"*.|-|`.++|+++><^v>>*ovaouAOUseeeeaaaaaiiiioooouuuncEEAAAIOUNC"
}

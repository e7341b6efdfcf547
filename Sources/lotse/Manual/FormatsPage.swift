import Exports

/// lotse-formats(7): the exports that can be imported.
struct FormatsPage {
    let date: String

    var text: String {
        var page = Roff(name: "lotse-formats", section: 7, date: date)
        page.name("lotse-formats", "exports that lotse can import")
        page.section("Description")
        page.paragraph(
            """
            The content decides which format a file has, never its name alone; `lotse import --format` overrides it. \
            Archives and compressed files are read as they are.
            """)
        page.section("Formats")
        for fact in ExportFormats.facts {
            let lacks = fact.lacks.isEmpty ? "" : " Lacks: \(fact.lacks)."
            page.entry(Roff.bold(fact.format), fact.summary + "." + lacks)
        }
        page.section("See also")
        page.paragraph("`lotse`(1), `lotse-import`(1)")
        return page.text
    }
}

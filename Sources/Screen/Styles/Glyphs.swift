/// The ornaments of the interface, in a set for each repertoire. Each is one column wide.
package struct Glyphs: Hashable, Sendable {
    /// Which characters the set keeps to.
    package var repertoire: Repertoire
    /// Stands for what was cut off.
    package var ellipsis: String
    /// Borders that run down.
    package var vertical: String
    /// Borders that run across.
    package var horizontal: String
    /// Stands before the row under the cursor.
    package var marker: String
    /// A marked row.
    package var check: String
    /// Before an item, or between two facts.
    package var bullet: String
    /// A branch with others below it.
    package var treeBranch: String
    /// The last branch.
    package var treeLast: String
    /// The line that passes a branch by.
    package var treeLine: String
    /// Leads on.
    package var arrowRight: String
    /// More above.
    package var arrowUp: String
    /// More below.
    package var arrowDown: String

    /// For UTF-8 locales.
    package static let unicode = Glyphs(
        repertoire: .unicode, ellipsis: "…", vertical: "│", horizontal: "─", marker: "▸", check: "✓", bullet: "•",
        treeBranch: "├", treeLast: "└", treeLine: "│", arrowRight: "→", arrowUp: "↑", arrowDown: "↓")

    /// For `LANG=C`.
    package static let ascii = Glyphs(
        repertoire: .ascii, ellipsis: ".", vertical: "|", horizontal: "-", marker: ">", check: "x", bullet: "*",
        treeBranch: "|", treeLast: "`", treeLine: "|", arrowRight: ">", arrowUp: "^", arrowDown: "v")

    /// The set for a repertoire.
    package static func of(_ repertoire: Repertoire) -> Glyphs {
        repertoire == .unicode ? unicode : ascii
    }
}

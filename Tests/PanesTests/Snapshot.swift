import Foundation
import Screen
import Testing

/// Compares a screen with the one kept in `Screens/NAME.txt`. `RECORD_SNAPSHOTS=1` rewrites it; one that is
/// missing is written and fails once, so that somebody looks at it.
func expectScreen(
    _ grid: CellGrid, _ name: String, cursor: Point?, styles: Bool = false,
    location: SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens/\(name).txt")
    let screen = render(grid, cursor: cursor, styles: styles)
    let kept = try? String(contentsOf: file, encoding: .utf8)
    if kept == screen { return }
    if kept == nil || ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
        try screen.write(to: file, atomically: true, encoding: .utf8)
        guard kept == nil else { return }
        Issue.record("\(name) was not there; it was written: look at it", sourceLocation: location)
        return
    }
    Issue.record("\(name) differs:\n\(difference(kept ?? "", screen))", sourceLocation: location)
}

private func render(_ grid: CellGrid, cursor: Point?, styles: Bool) -> String {
    var lines = grid.text.map { $0 + "|" }
    if styles { lines += [""] + grid.styleLetters.map { $0 + "|" } + grid.styleLegend }
    lines.append("cursor: " + (cursor.map { "column \($0.column), row \($0.row)" } ?? "none"))
    return lines.joined(separator: "\n") + "\n"
}

private func difference(_ kept: String, _ now: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = now.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(old.count, new.count)).compactMap { index -> String? in
        let before = index < old.count ? old[index] : "<nothing>"
        let after = index < new.count ? new[index] : "<nothing>"
        return before == after ? nil : "\(index)- \(before)\n\(index)+ \(after)"
    }.joined(separator: "\n")
}

/// The backup that Remark42 writes (`backend/app/migrator/native.go`): a first line about the site, then one comment
/// a line. Ids are as written (UUIDs; of imported comments, those of the old system), within the channel, which is
/// the site.
package enum Remark42Reader: ExportReader {
    package static let format = "remark42"
    package static let summary = "Remark42 backup (JSON Lines): comments of a site"
    package static let lacks = "earlier wordings"

    /// Certain: the first line has the three members of the backup's own head and no others. In a head that is longer
    /// than what is seen, the users are as Remark42 describes them.
    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let start = head.drop { isJSONBlank($0) }
        let line = start.prefix { $0 != 0x0A }
        let keys = topLevelKeys(line)
        if Set(keys) == ["version", "users", "posts"] { return .certain }
        guard keys == ["version", "users"], line.endIndex == head.endIndex else { return .no }
        let text = String(decoding: line, as: UTF8.self)
        return text.contains("\"blocked\"") && text.contains("\"verified\"") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var lines = LineCutter(source)
        defer { source = lines.window.source }
        try yield(.note("Remark42 backups keep no earlier words of edited comments; votes are left out"))
        var backup = Remark42Backup(options: options)
        try backup.read(&lines, yield: yield)
    }
}

/// Whose archive it is. The address for mail that stands beside the name is not read.
enum XArchiveAccount {
    /// nil: the file names nobody. Throws `ExportError` where it is broken.
    static func read(_ source: ByteSource) throws -> ExportedAccount? {
        var walker = JSONWalker(source)
        guard case .account = try XArchiveKind.read(&walker) else { return nil }
        var item = JSONFields<XArchiveItemKey>()
        var fields = JSONFields<XArchiveAccountKey>()
        var found: ExportedAccount?
        try walker.eachRecord(of: "account", yield: { _ in }) { record, _ in
            item.read(record.root, in: &record)
            fields.read(item[.account], in: &record)
            let account = ExportedAccount(
                id: record.identifier(fields[.id]), handle: record.string(fields[.handle]) ?? "",
                name: record.string(fields[.name]) ?? "")
            if found == nil, account.id != nil || !account.handle.isEmpty { found = account }
        }
        return found
    }
}

extension ExportFormats {
    /// Reads a folder or archive and hands each event to `yield`: with the reader whose layout it is, otherwise each
    /// file with the reader that knows its content. A file that no reader knows is counted in one note. The names of
    /// the formats that were read, joined by `+`.
    ///
    /// `format`: what to read it as, a tree's format or a file's; nil: by content. Throws `ExportError`, that of a
    /// file as `.inEntry`: `.empty` and `.unknownFormat` where nothing can be imported; and what `yield` throws.
    package static func readTree(
        _ tree: any ExportTree, options: ExportOptions, format: String? = nil,
        layouts: [any TreeReader.Type] = ExportFormats.trees, mappings: [FormatMapping] = [],
        remembered: MappingMemory = MappingMemory(), onFormat: (String) -> Void = { _ in },
        yield: (ExportEvent) throws -> Void
    ) throws -> String {
        guard !tree.entries.isEmpty else { throw nothing(in: tree) }
        for item in tree.passedOver { try yield(.skipped(.whole(item.name), reason: item.reason)) }
        if let reader = try treeReader(for: tree, format: format, layouts: layouts) {
            try reader.read(tree, options: options, yield: yield)
            return reader.format
        }
        let forced = format.flatMap { named($0, mappings: mappings) }
        if let format, forced == nil { throw ExportError.unknownFormat(hint: "no format is called \(format)") }
        var reading = TreeReading(options: options, forced: forced, mappings: mappings, remembered: remembered)
        for entry in tree.entries {
            do throws(ExportError) {
                try reading.open(entry, of: tree)
            } catch {
                throw error.inside(entry.path)
            }
            if let format = reading.openedFormat { onFormat(format) }
            try reading.read(yield: yield)
        }
        return try reading.finish(of: tree, yield: yield)
    }

    private static func nothing(in tree: any ExportTree) -> ExportError {
        guard let first = tree.passedOver.first else { return .empty }
        return .nothingUsable(
            skipped: tree.passedOver.count, place: "\(ExportPlace.whole(first.name))", reason: first.reason)
    }

    /// The reader whose layout the tree has; nil: none. Throws `ExportError.ambiguous`.
    package static func treeReader(
        for tree: any ExportTree, format: String? = nil, layouts: [any TreeReader.Type] = ExportFormats.trees
    ) throws(ExportError) -> (any TreeReader.Type)? {
        if let format { return layouts.first { $0.format == format } }
        let judged = layouts.map { (reader: $0, confidence: $0.detect(tree)) }
        guard let best = judged.map(\.confidence).max(), best > .no else { return nil }
        let candidates = judged.filter { $0.confidence == best }.map(\.reader)
        guard candidates.count == 1, let only = candidates.first else {
            throw .ambiguous(candidates: candidates.map { $0.format })
        }
        return only
    }
}

/// Reads the files of a tree one by one, each by its content.
private struct TreeReading {
    private static let namesShown = 5
    private static let notesKept = 256

    let options: ExportOptions
    let forced: ExportFormat?
    let mappings: [FormatMapping]
    let remembered: MappingMemory
    private var current: (entry: ExportEntry, source: ByteSource, reader: ExportFormat)?
    private var formats: [String] = []
    private var unknownCount = 0
    private var unknown: [(name: String, hint: String)] = []
    private var notes: Set<String> = []

    init(options: ExportOptions, forced: ExportFormat?, mappings: [FormatMapping], remembered: MappingMemory) {
        self.mappings = mappings
        self.remembered = remembered
        self.options = options
        self.forced = forced
    }

    /// The format of the file that is open; nil: nothing reads it.
    var openedFormat: String? { current?.reader.format }

    /// Opens a file and finds out what reads it; nothing may.
    mutating func open(_ entry: ExportEntry, of tree: any ExportTree) throws(ExportError) {
        current = nil
        let source = try tree.open(entry)
        do throws(ExportError) {
            current = (entry, source, try reader(for: source, entry, isOnly: tree.entries.count == 1))
        } catch .unknownFormat(let hint) {
            pass(entry, hint)
        } catch .empty {
            pass(entry, "empty")
        }
    }

    /// Reads what was opened to its end, so that its checksum counts, also where the reader stops before.
    mutating func read(yield: (ExportEvent) throws -> Void) throws {
        guard let (entry, opened, reader) = current else { return }
        var source = opened
        current = nil
        var options = options
        // An iPhone calls every chat's file the same; the archive has the chat's name.
        if entry.name != "_chat.txt" { options.stem = ExportStem.of(entry.name) }
        if options.mapping.isEmpty { options.mapping = remembered.corrections(for: source, reader, options: options) }
        var hasBegun = false
        do {
            try reader.read(&source, options: options) { event in
                hasBegun = true
                if let event = once(event) { try yield(event.inside(entry.path)) }
            }
            while try source.nextChunk() != nil {}
        } catch ExportError.mapping(let reason, _) where !hasBegun && options.mapping.isEmpty && forced == nil {
            // A table of something else, as archives of an account hold many.
            return pass(entry, reason)
        } catch let error as ExportError {
            guard options.salvages, let cut = error.inside(entry.path).cut else { throw error.inside(entry.path) }
            try yield(.note(ExportError.salvaged(cut)))
        }
        for remark in source.remarks where notes.count < Self.notesKept {
            if let event = once(.note("\(ExportStem.shown(entry.path)): \(remark)")) { try yield(event) }
        }
        if !formats.contains(reader.format) { formats.append(reader.format) }
    }

    func finish(of tree: any ExportTree, yield: (ExportEvent) throws -> Void) throws -> String {
        guard !formats.isEmpty else { throw ExportError.unknownFormat(hint: hint(tree)) }
        if unknownCount > 0 {
            let names = unknown.map { ExportStem.shown($0.name) }.joined(separator: ", ")
            let more = unknownCount > unknown.count ? ", ..." : ""
            let files = unknownCount == 1 ? "1 file" : "\(unknownCount) files"
            try yield(.note("\(files) of no known format passed over: \(names)\(more)"))
        }
        return formats.joined(separator: "+")
    }

    private func reader(
        for source: ByteSource, _ entry: ExportEntry, isOnly: Bool
    ) throws(ExportError) -> ExportFormat {
        guard let forced else {
            return try ExportFormats.detect(source, nameEnding: entry.ending, mappings: mappings)
        }
        guard isOnly || forced.detect(source.head) > .no else { throw .unknownFormat(hint: "not \(forced.format)") }
        return forced
    }

    private mutating func pass(_ entry: ExportEntry, _ hint: String) {
        unknownCount += 1
        if unknown.count < Self.namesShown { unknown.append((entry.path, hint)) }
    }

    /// The files of one export say the same about it: once is enough.
    private mutating func once(_ event: ExportEvent) -> ExportEvent? {
        guard case .note(let note) = event, !notes.contains(note) else {
            if case .note = event { return nil }
            return event
        }
        if notes.count < Self.notesKept { notes.insert(note) }
        return event
    }

    private func hint(_ tree: any ExportTree) -> String {
        guard let first = unknown.first else { return "nothing in it" }
        if unknownCount == 1 { return "\(ExportStem.shown(first.name)): \(first.hint)" }
        return "none of its \(unknownCount) files; the first is \(ExportStem.shown(first.name)): \(first.hint)"
    }
}

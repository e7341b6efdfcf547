/// What a reader hands over, record by record.
package enum ExportEvent: Equatable, Sendable {
    case message(ExportedMessage)
    /// A record that cannot be delimited or decoded; its neighbours are not touched.
    case skipped(ExportPlace, reason: String)
    /// A record that was taken over with a repair (bytes replaced, time unknown, id repeated).
    case repaired(ExportPlace, reason: String)
    /// Something about the whole export: what the format cannot give, a count that lies.
    case note(String)
    /// A likely account of ours: the page's owner, the blog's author.
    case owner(ExportedChannel, ExportedAccount)
    /// The export's own stamp, milliseconds since 1970 UTC.
    case exportedAt(Int64)
}

/// What the person who imports decides because the file does not say it.
package struct ExportOptions: Equatable, Sendable {
    /// `--channel`: name and key of the channel where the format does not give one.
    package var channel: String?
    /// `--platform`, for generic CSV and JSONL.
    package var platform: String?
    /// `--zone AREA/CITY`, for local times; nil: unknown.
    package var zone: String?
    /// `--map role=column`: corrections of the guess for CSV and JSONL.
    package var mapping: [String: String]
    /// `--keep-personal`: hand over personal data that triage does not need (`PersonalDetail`).
    package var keepsPersonal: Bool
    /// `--salvage`: of a file in a folder or archive that is cut short, what stands before the cut is handed over.
    package var salvages: Bool
    /// Stem of the file's name, cleaned: the channel's name of last resort.
    package var stem: String

    package init(
        channel: String? = nil, platform: String? = nil, zone: String? = nil,
        mapping: [String: String] = [:], keepsPersonal: Bool = false, salvages: Bool = false, stem: String = "export"
    ) {
        self.channel = channel
        self.platform = platform
        self.zone = zone
        self.mapping = mapping
        self.keepsPersonal = keepsPersonal
        self.salvages = salvages
        self.stem = stem
    }
}

/// Why an export is refused as a whole. Facts; sentences are made at the edge.
package indirect enum ExportError: Error, Equatable, Sendable {
    /// A directory, a device, a pipe, a link loop, nothing there.
    case notAFile(reason: String)
    case cannotRead(errno: Int32)
    case empty
    /// Several formats recognise the content equally well: their names, for `--format`.
    case ambiguous(candidates: [String])
    /// No format recognises the content.
    case unknownFormat(hint: String)
    case tooLarge(what: String, limit: Int)
    case truncated(place: String)
    /// Malformed as a container: `place` says where.
    case malformed(place: String, reason: String)
    /// A mapping names a column that is not there, or a needed role has no column.
    case mapping(reason: String, columns: [String])
    /// Every record was skipped: how many, and the first of them.
    case nothingUsable(skipped: Int, place: String, reason: String)
    case changedWhileReading
    case unsupportedEncoding(String)
    /// An archive's entry or a whole archive that only a password opens.
    case encrypted
    /// An archive uses a way of compressing that cannot be undone here: its name or number.
    case unsupportedCompression(String)
    /// Undoing the compression (its name) would take more memory than `limit` bytes.
    case windowTooLarge(compression: String, limit: Int)
    /// A container in a container in a container: how many levels are opened.
    case nestedTooDeep(limit: Int)
    /// Unpacked content beyond `limit` times its packed size.
    case expandsTooFar(limit: Int)
    /// Any of these in one file of a folder or archive. Its name is outside text.
    case inEntry(String, ExportError)
    case cancelled
    /// Standard input or a nested archive could not be kept in a temporary file.
    case cannotSpool(errno: Int32)
}

extension ExportError {
    /// Where an export was cut short; nil: something else is wrong.
    package var cut: String? {
        switch self {
        case .truncated(let place): place
        case .inEntry(let entry, let error): error.cut.map { "\(entry): \($0)" }
        default: nil
        }
    }

    /// What an import says of a file that `--salvage` took over up to its cut.
    package static func salvaged(_ cut: String) -> String {
        "Cut short at \(cut); what stands before was imported."
    }

    /// The same error as one in a file of a folder or archive; unchanged where it names that file already.
    package func inside(_ entry: String) -> ExportError {
        if case .inEntry(entry, _) = self { return self }
        return .inEntry(entry, self)
    }
}

/// How sure a reader is that it knows an export from its first bytes.
package enum DetectionConfidence: Int, Comparable, Sendable {
    case no = 0
    /// Generic formats, by shape alone.
    case possible = 1
    /// The format's own marks are there.
    case certain = 2

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One export format. A reader is one small folder: detection, reading, tests with fixtures, and one
/// line in `ExportFormats.all`.
package protocol ExportReader: Sendable {
    /// The format's name on the command line and in batches: `discord`, `telegram`, `wxr`, `csv`, `jsonl`.
    static var format: String { get }
    /// One line for the list of formats.
    static var summary: String { get }
    /// What the format cannot give, one line for the list of formats; empty: nothing is missing.
    static var lacks: String { get }

    /// Judges the first bytes of the decoded content (UTF-8, without byte order mark), at most 64 KiB.
    static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence

    /// Reads the whole source in constant memory and hands each event to `yield`; what `yield` throws
    /// ends the reading. Throws `ExportError` where the container is broken.
    static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws
}

extension ExportEvent {
    /// The same event as one of a file inside a folder or archive: its place names the file.
    package func inside(_ entry: String) -> ExportEvent {
        switch self {
        case .message(var message):
            message.place.entry = entry
            return .message(message)
        case .skipped(var place, let reason):
            place.entry = entry
            return .skipped(place, reason: reason)
        case .repaired(var place, let reason):
            place.entry = entry
            return .repaired(place, reason: reason)
        case .note, .owner, .exportedAt: return self
        }
    }
}

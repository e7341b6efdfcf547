/// One reader on one input. It must end with events or with an `ExportError`, must keep what it promises of a
/// message, and must not depend on where the file is cut into chunks.
enum FuzzedReader {
    /// Readers that do not ask for the head when they read: theirs is cut where the first chunk is.
    private static let cutAnywhere: Set<String> = [
        "discord", "wxr", "disqus", "commento", "remark42", "pushshift", "reddit", "mastodon", "lotse", "ytdlp", "feed",
        "stackexchange", "isso", "isso-database", "bluesky", "bluesky-car",
    ]
    /// A byte order mark is found in the first chunk or not at all.
    static let leastChunk = 4

    static func run(_ reader: any ExportReader.Type, on bytes: [UInt8]) {
        _ = reader.detect(bytes[...].prefix(64 * 1024))
        guard let whole = outcome(reader, bytes, chunkSize: ByteSource.defaultChunkSize) else { return }
        check(whole, size: bytes.count)
        guard bytes.count < 4096, cutAnywhere.contains(reader.format) else { return }
        let pieces = outcome(reader, bytes, chunkSize: leastChunk + bytes.count % 61)
        require(pieces == whole, "\(reader.format): chunks matter: \(String(describing: pieces)) \(whole)")
    }

    struct Outcome: Equatable {
        var events: [ExportEvent] = []
        var error: ExportError?
    }

    /// nil: the bytes are no text that a source takes.
    private static func outcome(_ reader: any ExportReader.Type, _ bytes: [UInt8], chunkSize: Int) -> Outcome? {
        guard var source = try? ByteSource(bytes: bytes, chunkSize: chunkSize) else { return nil }
        return collect { yield in try reader.read(&source, options: ExportOptions(zone: "Europe/Berlin"), yield: yield)
        }
    }

    static func collect(_ read: ((ExportEvent) throws -> Void) throws -> Void) -> Outcome {
        var outcome = Outcome()
        do {
            try read { outcome.events.append($0) }
        } catch let error as ExportError {
            outcome.error = error
        } catch {
            fatalError("an error that is no ExportError: \(error)")
        }
        return outcome
    }

    /// U+0000 is U+2400, an id is not empty, and places lie in the file. UTF-16 becomes at
    /// most half as long again in UTF-8.
    static func check(_ outcome: Outcome, size: Int) {
        for event in outcome.events {
            guard case .message(let message) = event else { continue }
            let words = [message.text, message.id, message.parent, message.account?.name, message.account?.handle]
            for text in words + message.attachments {
                require(text?.utf8.contains(0) != true, "U+0000 in \(message)")
            }
            require(message.id?.isEmpty != true, "an empty id in \(message)")
            require(message.place.byteOffset >= 0 && message.place.byteOffset <= size * 3 / 2 + 4, "\(message.place)")
        }
    }
}

/// `precondition` whose words are still there in an optimised build.
func require(_ holds: Bool, _ words: @autoclosure () -> String) {
    if !holds { fatalError(words()) }
}

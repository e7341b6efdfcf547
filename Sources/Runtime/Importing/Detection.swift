import Exports
import Foundation

/// What an export looks like before it is imported.
nonisolated package struct DetectedExport: Equatable, Sendable {
    /// The names of the formats, joined by `+` where an archive holds several.
    package var format: String
    /// nil: the format was told and not found.
    package var confidence: DetectionConfidence?
    /// Names of the channels in the sample, in the order of their first message.
    package var channels: [String] = []
    package var messages = 0
    package var skipped = 0
    package var isWhole = true
}

/// Looks at the beginning of an export without importing it.
nonisolated package enum Detection {
    /// Messages and skipped records of the sample, at most.
    package static let sampleSize = 500

    /// - Throws: `ImportFailure`.
    package static func look(
        at path: ImportPath, choices: ImportChoices
    ) throws(ImportFailure) -> DetectedExport {
        do {
            return try look(path, choices)
        } catch let error as ExportError {
            throw .export(error)
        } catch let error as ImportFailure {
            throw error
        } catch {
            throw .export(.cancelled)
        }
    }

    private static func look(_ path: ImportPath, _ choices: ImportChoices) throws -> DetectedExport {
        let (input, name) =
            switch path {
            case .standardInput: (try ExportInput.open(fileDescriptor: 0), PathBytes("-"))
            case .file(let file): (try ExportInput.open(pathBytes: file.bytes), file)
            case .refused(_, let error): throw error
            }
        var options = choices.options
        options.stem = name.stem
        switch input.content {
        case .single(var source):
            let reader = try ExportFormats.detect(source, nameEnding: name.ending, mappings: choices.mappings)
            var found = DetectedExport(format: reader.format, confidence: reader.detect(source.head))
            try sample(&found) { try reader.read(&source, options: options, yield: $0) }
            return found
        case .tree(let tree):
            let layout = try ExportFormats.treeReader(for: tree)
            var found = DetectedExport(format: layout?.format ?? "", confidence: layout?.detect(tree))
            var formats = found.format
            var begun: [String] = []
            try sample(&found) {
                formats = try ExportFormats.readTree(
                    tree, options: options, mappings: choices.mappings,
                    onFormat: { if !begun.contains($0) { begun.append($0) } }, yield: $0)
            }
            if formats.isEmpty { formats = begun.joined(separator: ", ") }
            if found.format.isEmpty { found.format = formats.isEmpty ? "?" : formats }
            return found
        }
    }

    private struct SampleIsFull: Error {}

    private static func sample(
        _ found: inout DetectedExport, _ read: ((ExportEvent) throws -> Void) throws -> Void
    ) throws {
        var seen = found
        do {
            try read { event in
                switch event {
                case .message(let message):
                    seen.messages += 1
                    if !seen.channels.contains(message.channel.name) { seen.channels.append(message.channel.name) }
                case .skipped: seen.skipped += 1
                case .repaired, .note, .owner, .exportedAt: break
                }
                if seen.messages + seen.skipped >= sampleSize { throw SampleIsFull() }
            }
        } catch is SampleIsFull {
            seen.isWhole = false
        }
        found = seen
    }
}

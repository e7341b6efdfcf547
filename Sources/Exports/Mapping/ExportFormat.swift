/// A format that can be read: one of lotse's own, or one that a mapping file describes.
package enum ExportFormat: Sendable {
    case builtIn(any ExportReader.Type)
    case mapped(FormatMapping)

    /// The word for `--format` and for batches.
    package var format: String {
        switch self {
        case .builtIn(let reader): reader.format
        case .mapped(let mapping): mapping.name
        }
    }

    /// One line for the list of formats; empty where a mapping has none.
    package var summary: String {
        switch self {
        case .builtIn(let reader): reader.summary
        case .mapped(let mapping): mapping.summary
        }
    }

    package var lacks: String {
        switch self {
        case .builtIn(let reader): reader.lacks
        case .mapped: ""
        }
    }

    /// As `ExportReader.detect`.
    package func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        switch self {
        case .builtIn(let reader): reader.detect(head)
        case .mapped(let mapping): MappedReader.detect(head, mapping)
        }
    }

    /// As `ExportReader.read`. A mapping throws `ExportError.mapping` where the file has not what it needs.
    package func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        switch self {
        case .builtIn(let reader): try reader.read(&source, options: options, yield: yield)
        case .mapped(let mapping): try MappedReader.read(&source, mapping, options: options, yield: yield)
        }
    }
}

extension ExportFormats {
    /// The format that `--format` names, among lotse's own and `mappings`; nil: there is none.
    package static func named(_ format: String, mappings: [FormatMapping]) -> ExportFormat? {
        named(format).map(ExportFormat.builtIn)
            ?? mappings.first { $0.name == format }.map(ExportFormat.mapped)
    }

    /// As `detect(_:nameEnding:)`, with mappings beside lotse's own formats. Where one of each is certain of a file,
    /// `ExportError.ambiguous` names both and `--format` decides.
    package static func detect(
        _ source: ByteSource, nameEnding: String? = nil, mappings: [FormatMapping]
    ) throws(ExportError) -> ExportFormat {
        try detect(
            source, nameEnding: nameEnding, among: all.map(ExportFormat.builtIn) + mappings.map(ExportFormat.mapped))
    }

    /// Mappings that are to be used together. Throws `FormatMappingFault.nameTaken` where a name is there twice or
    /// is one of lotse's own formats.
    package static func checked(_ mappings: [FormatMapping]) throws(FormatMappingFault) -> [FormatMapping] {
        var names = Set(all.map { $0.format } + trees.map { $0.format })
        for mapping in mappings where !names.insert(mapping.name).inserted {
            throw .nameTaken(key: "name", value: mapping.name)
        }
        return mappings
    }
}

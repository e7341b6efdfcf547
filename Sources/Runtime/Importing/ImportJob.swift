import Conversations
import Exports
import Foundation
import Store

/// How far an import has come.
nonisolated package struct ImportProgress: Equatable, Sendable {
    /// Raw bytes of the source that were read.
    package var bytes: Int
    /// Raw bytes in all; nil: the source does not say.
    package var size: Int?
    package var messages: Int
    /// All is read and is being put into the store.
    package var isPublishing = false
}

/// Why an import did not happen; the store is as it was.
nonisolated package enum ImportFailure: Error, Equatable {
    case export(ExportError)
    case store(StoreError)
    /// `--format` names none, or `--zone` is no time zone.
    case unknownFormat(String)
    /// `--format` names one that needs a folder or an archive.
    case formatOfFolders(String)
    case unknownZone(String)
}

/// What the person who imports decides.
nonisolated package struct ImportChoices: Equatable, Sendable {
    package var options = ExportOptions()
    /// nil: by content.
    package var format: String?
    package var inboxFrom = ImportRequest.InboxFrom.recent
    /// Layouts that the person taught lotse.
    package var mappings: [FormatMapping] = []
    /// What was said of the columns of other exports; holds where nothing is said now.
    package var remembered = MappingMemory()
    /// Imports what stands before the place where an export is cut short, instead of refusing it.
    package var salvages = false
    /// Counts what an import would do and leaves the store as it is.
    package var isRehearsal = false
    /// Moves all times of the export, in milliseconds: for the demo.
    package var shift: Int64 = 0

    package init() {}
}

/// Imports one export: reads on the caller's thread, stages on another, publishes all or nothing.
nonisolated package struct ImportJob {
    package let store: Store
    package let choices: ImportChoices
    package let now: Moment
    package let cancellation: Cancellation
    /// What a generic export's columns are taken for, and its format, told before the first message.
    package var onMapping: (MappingGuess, String) -> Void = { _, _ in }
    /// Called on the caller's thread, at times very often.
    package var onProgress: (ImportProgress) -> Void = { _ in }

    package init(store: Store, choices: ImportChoices, now: Moment, cancellation: Cancellation) {
        self.store = store
        self.choices = choices
        self.now = now
        self.cancellation = cancellation
    }

    /// - Throws: `ImportFailure`.
    package func run(_ path: ImportPath) throws(ImportFailure) -> ImportSummary {
        var limits = ContainerLimits()
        limits.isCancelled = { [cancellation] in cancellation.isCancelled }
        switch path {
        case .standardInput:
            let input = try exported { () throws(ExportError) in
                try ExportInput.open(fileDescriptor: 0, limits: limits)
            }
            return try run(input, name: PathBytes("-"))
        case .file(let file):
            let input = try exported { () throws(ExportError) in
                try ExportInput.open(pathBytes: file.bytes, limits: limits)
            }
            return try run(input, name: file)
        case .refused(_, let error): throw .export(error)
        }
    }

    /// Imports content that is open already; `name` tells where it comes from.
    package func run(_ source: ByteSource, name: PathBytes) throws(ImportFailure) -> ImportSummary {
        try run(.plain(source), name: name)
    }

    private func run(_ input: ExportInput, name: PathBytes) throws(ImportFailure) -> ImportSummary {
        var options = choices.options
        options.stem = name.stem
        options.salvages = choices.salvages
        if options.mapping.isEmpty, case .single(let source) = input.content {
            let reader = try reader(for: source, name: name)
            options.mapping = choices.remembered.corrections(for: source, reader, options: options)
        }
        if let zone = options.zone, TimeZone(identifier: zone) == nil { throw .unknownZone(zone) }
        let reading = try reading(of: input, name: name, options: options)
        let request = ImportRequest(
            path: name.shown, size: input.size ?? 0,
            observedAt: input.modifiedAt.map { min(Moment(milliseconds: $0), now) } ?? now,
            inboxFrom: choices.inboxFrom,
            isRehearsal: choices.isRehearsal, now: now)
        let staging = StagingThread(store: store, request: request, cancellation: cancellation)
        staging.start()
        var pump = Pump(input: input, queue: staging.queue, job: self)
        switch pump.read(reading, options: options) {
        case .success(let format):
            pump.report(isPublishing: true)
            return try staging.publish(sha256: pump.digest.finish(), format: format)
        case .failure(let failure): return try staging.drop(failure)
        }
    }

    private func reading(
        of input: ExportInput, name: PathBytes, options: ExportOptions
    ) throws(ImportFailure) -> Pump.Reading {
        switch input.content {
        case .tree(let tree):
            if let format = choices.format, named(format) == nil, ExportFormats.tree(format) == nil {
                throw .unknownFormat(format)
            }
            return .tree(tree, format: choices.format)
        case .single(let source):
            let reader = try reader(for: source, name: name)
            if case .builtIn(let generic) = reader {
                let mapping = try exported { () throws(ExportError) in
                    try ExportFormats.mapping(of: source, format: generic, options: options)
                }
                if let mapping { onMapping(mapping, generic.format) }
            }
            return .single(source, reader)
        }
    }

    private func named(_ format: String) -> ExportFormat? {
        ExportFormats.named(format, mappings: choices.mappings)
    }

    private func reader(for source: ByteSource, name: PathBytes) throws(ImportFailure) -> ExportFormat {
        if let format = choices.format {
            if let reader = named(format) { return reader }
            throw ExportFormats.tree(format) == nil ? .unknownFormat(format) : .formatOfFolders(format)
        }
        return try exported { () throws(ExportError) in
            try ExportFormats.detect(source, nameEnding: name.ending, mappings: choices.mappings)
        }
    }
}

nonisolated private func exported<Value>(_ body: () throws(ExportError) -> Value) throws(ImportFailure) -> Value {
    do {
        return try body()
    } catch {
        throw .export(error)
    }
}

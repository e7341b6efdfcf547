import Foundation
import Testing

@testable import Exports

/// What reading an export gave.
struct Reading {
    var messages: [ExportedMessage] = []
    var skipped: [(place: String, reason: String)] = []
    var repaired: [(place: String, reason: String)] = []
    var notes: [String] = []
    var owners: [ExportedAccount] = []
    var exportedAt: Int64?

    init(_ source: ByteSource, options: ExportOptions = ExportOptions(), nameEnding: String? = nil) throws {
        var source = source
        let reader = try ExportFormats.detect(source, nameEnding: nameEnding)
        try read(&source, reader, options)
    }

    init(_ text: String, _ reader: any ExportReader.Type, options: ExportOptions = ExportOptions()) throws {
        try self.init(bytes: Array(text.utf8), reader, options: options)
    }

    init(bytes: [UInt8], _ reader: any ExportReader.Type, options: ExportOptions = ExportOptions()) throws {
        var source = try ByteSource(bytes: bytes)
        try read(&source, reader, options)
    }

    init(fixture name: String, options: ExportOptions = ExportOptions()) throws {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        try self.init(ByteSource(path: folder.appending(path: name).path), options: options)
    }

    private mutating func read(
        _ source: inout ByteSource, _ reader: any ExportReader.Type, _ options: ExportOptions
    ) throws {
        try reader.read(&source, options: options) { take($0) }
    }

    init() {}

    mutating func take(_ event: ExportEvent) {
        switch event {
        case .message(let message): messages.append(message)
        case .skipped(let place, let reason): skipped.append((place.description, reason))
        case .repaired(let place, let reason): repaired.append((place.description, reason))
        case .note(let note): notes.append(note)
        case .owner(_, let account): owners.append(account)
        case .exportedAt(let stamp): exportedAt = stamp
        }
    }
}

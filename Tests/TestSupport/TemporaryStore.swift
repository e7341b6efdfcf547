import Conversations
import Exports
import Foundation
import Store

/// A store of its own in a folder that is removed with it.
package final class TemporaryStore: Sendable {
    package let folder: String
    package let store: Store

    package init(actor: String = "anna", synchronous: StoreOptions.Synchronous = .full) throws {
        folder = NSTemporaryDirectory() + "lotse-test-" + UUID().uuidString
        store = try Store.open(
            folder + "/store.db",
            options: StoreOptions(synchronous: synchronous, actor: Actor(name: actor, osUser: "anna@test")))
    }

    /// Opens the same file once more, as another terminal would.
    package func reopened(actor: String = "anna") throws -> Store {
        try Store.open(store.path, options: StoreOptions(actor: Actor(name: actor, osUser: "anna@test")))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Imports messages as one batch.
    @discardableResult
    package func importing(
        _ messages: [ExportedMessage], observedAt: Moment = .noon, from: ImportRequest.InboxFrom = .all,
        now: Moment = .noon
    ) throws -> ImportSummary {
        let session = try ImportSession(
            store,
            ImportRequest(
                path: "test", size: 0, observedAt: observedAt, inboxFrom: from, now: now))
        try session.stage(messages.map(ExportEvent.message))
        return try session.publish(sha256: [UInt8](repeating: 0, count: 32), format: "test")
    }

    /// The whole inbox, newest first.
    /// - Parameter query: nil: what is still to do.
    package func inbox(_ query: String? = nil, now: Moment = .noon) throws -> [InboxRow] {
        try store.inbox(InboxQuery(limit: query.map { try Query(parsing: $0) }), now: now).rows
    }
}

extension Moment {
    /// 2026-11-01T12:00:00Z.
    package static let noon = Moment(milliseconds: 1_793_534_400_000)

    package func minutes(_ count: Int64) -> Moment {
        advanced(seconds: count * 60)
    }
}

/// Builds a message of an invented community.
package func post(
    _ id: String, by author: String = "Mia", _ text: String = "Hallo", minute: Int64 = 0, parent: String? = nil,
    thread: ExportedThread? = nil, status: ExportedMessage.Status? = nil, kind: ExportedMessage.Kind = .message,
    channel: String = "laden", grouping: ExportedChannel.Grouping = .byReply, platform: String = "forum",
    likes: Int? = nil, editedAt: Int64? = nil
) -> ExportedMessage {
    ExportedMessage(
        channel: ExportedChannel(platform: platform, key: channel, name: channel, grouping: grouping), id: id,
        parent: parent, thread: thread, account: ExportedAccount(id: "id-" + author, name: author),
        time: ExportedTime(
            milliseconds: Moment.noon.minutes(minute).milliseconds, written: "minute \(minute)", zoneIsKnown: true),
        editedAt: editedAt, text: text, kind: kind, status: status, likes: likes,
        place: ExportPlace(unit: .line, number: 1, byteOffset: 0))
}

/// The digest of a message that `post` makes.
package func digest(_ id: String, channel: String = "laden", platform: String = "forum") -> Digest {
    var builder = DigestBuilder()
    return NaturalKey.message(
        platform: platform, channel: NaturalKey.channel(platform: platform, key: channel), id: id, builder: &builder)
}

/// The digest of an account that `post` makes.
package func account(_ author: String, channel: String = "laden", platform: String = "forum") -> Digest {
    NaturalKey.account(
        platform: platform, channel: NaturalKey.channel(platform: platform, key: channel), id: "id-" + author,
        name: author)
}

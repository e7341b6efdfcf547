import Conversations
import Foundation
import GRDB

/// Who has a composer open on what: one row for each session, which its session renews. A row counts until its lease
/// ends, or until its process is gone.
struct Claims {
    let database: Database
    /// The session whose own claim is left out.
    let session: String

    /// A claim as it stands in the store.
    struct Held: Equatable {
        var session: String
        var message: Digest
        var claim: Claim
        var owner: ClaimOwner
        var until: Moment

        func isAlive(now: Moment) -> Bool { until > now && owner.isAlive }
    }

    /// The claims of other sessions that count now, oldest first.
    func others(now: Moment) throws -> [Held] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM claim WHERE session <> ? AND until > ? ORDER BY since, session",
            arguments: [session, now.milliseconds]
        ).map(Held.init).filter { $0.isAlive(now: now) }
    }

    /// The rows, each with who else answers its conversation.
    func marked(_ rows: [InboxRow], now: Moment) throws -> [InboxRow] {
        let others = try others(now: now)
        guard !others.isEmpty else { return rows }
        var byRoot: [Digest: [Claim]] = [:]
        for held in others {
            guard let root = try root(of: held.message) else { continue }
            byRoot[root, default: []].append(held.claim)
        }
        return rows.map { row in
            var row = row
            row.claims = byRoot[row.id] ?? []
            return row
        }
    }

    /// The conversation that holds a message now.
    private func root(of message: Digest) throws -> Digest? {
        try Digest.fetchOne(
            database,
            sql: """
                SELECT conversation.root FROM message JOIN placement ON placement.message = message.id
                JOIN conversation ON conversation.id = placement.conversation WHERE message.digest = ?
                """, arguments: [message])
    }

    /// Begins this session's claim or renews it. What nobody renewed goes with it.
    func hold(_ message: Digest, actor: Actor, since: Moment, now: Moment) throws {
        let owner = ClaimOwner.thisProcess
        try database.execute(sql: "DELETE FROM claim WHERE until <= ?", arguments: [now.milliseconds])
        try database.execute(
            sql: """
                INSERT INTO claim (session, message, actor, os_user, process, process_space, since, until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (session) DO UPDATE SET message = excluded.message, since = excluded.since,
                    until = excluded.until
                """,
            arguments: [
                session, message, actor.name, actor.osUser, owner.process, owner.space, since.milliseconds,
                now.milliseconds + Claim.lease,
            ])
    }

    func release() throws {
        try database.execute(sql: "DELETE FROM claim WHERE session = ?", arguments: [session])
    }
}

extension Claims.Held {
    fileprivate init(row: Row) {
        session = row["session"]
        message = row["message"]
        claim = Claim(actor: row["actor"], since: Moment(milliseconds: row["since"]))
        owner = ClaimOwner(process: row["process"], space: row["process_space"])
        until = Moment(milliseconds: row["until"])
    }
}

/// The process that holds a claim.
struct ClaimOwner: Equatable, Sendable {
    var process: Int32
    /// Which table of processes the number is of (`/proc/self/ns/pid`): two containers have two. Empty: unknown.
    var space: String

    static var thisProcess: ClaimOwner {
        let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
        return ClaimOwner(process: getpid(), space: space ?? "")
    }

    /// Whether the process runs, as far as this one can tell; in doubt it does, and the lease decides.
    var isAlive: Bool {
        guard !space.isEmpty, space == Self.thisProcess.space else { return true }
        return kill(process, 0) == 0 || errno != ESRCH
    }
}

/// When claims of others end by themselves, which no write tells.
package struct ClaimWatch: Sendable {
    private var held: [Claims.Held]

    /// Watches nothing.
    package init() {
        held = []
    }

    init(_ held: [Claims.Held]) {
        self.held = held
    }

    /// Whether one of the claims has ended since.
    package func hasEnded(now: Moment) -> Bool {
        held.contains { !$0.isAlive(now: now) }
    }
}

extension Store {
    /// Says to all who share the store that this session answers a message, for the time of a lease. A session has
    /// one claim: another message takes the place of the one before.
    /// - Parameter since: when it began.
    package func hold(_ message: Digest, since: Moment, now: Moment) throws(StoreError) {
        try write { try claims($0).hold(message, actor: options.actor, since: since, now: now) }
    }

    /// This session answers nothing any more.
    package func releaseClaim() throws(StoreError) {
        try write { try claims($0).release() }
    }

    /// The claims of others as they are now, to be asked later whether one has ended.
    package func watchClaims(now: Moment) throws(StoreError) -> ClaimWatch {
        try read { ClaimWatch(try claims($0).others(now: now)) }
    }

    func claims(_ database: Database) -> Claims {
        Claims(database: database, session: session)
    }
}

import Conversations
import GRDB

/// The messages that are to be placed, in memory as numbers and digests only.
struct PlacementCandidates {
    struct Candidate {
        var message: Int64
        var revision: Int64
        var time: Int64
        var sequence: Int64
        var traits: MessageTraits
    }

    private(set) var rows: [Candidate] = []
    private(set) var nodes: [ThreadResolver.Node] = []

    /// - Parameters:
    ///   - rows: new messages; those of the dirty conversations (`temp.dirty`) come besides.
    ///   - newRevision: SQL for the current revision of a new message.
    init(_ database: Database, rows: ClosedRange<Int64>?, newRevision: String) throws {
        if let rows {
            try load(
                database, where: "message.id BETWEEN \(rows.lowerBound) AND \(rows.upperBound)", revision: newRevision)
        }
        try load(
            database,
            where: """
                message.id IN (SELECT message FROM placement WHERE conversation IN (SELECT conversation FROM dirty))
                """, revision: MergeStatements.currentRevision)
        try joinChats(database)
    }

    private mutating func load(_ database: Database, where condition: String, revision: String) throws {
        let found = try BulkStatement(
            database,
            sql: """
                SELECT message.id, message.digest, message.parent, message.sort_time, message.sequence,
                    \(revision), \(Traits.expression)
                FROM message LEFT JOIN account ON account.id = message.account
                WHERE \(condition) ORDER BY message.id
                """)
        while try found.step() {
            guard let digest = found.digest(1) else { continue }
            let (time, traits) = (found.integer(3), MessageTraits(rawValue: found.integer(6)))
            rows.append(
                Candidate(
                    message: found.integer(0), revision: found.integer(5), time: time, sequence: found.integer(4),
                    traits: traits))
            nodes.append(
                ThreadResolver.Node(
                    digest: digest, parent: found.digest(2), isTeam: traits.contains(.team), time: time))
        }
    }

    /// In a chat that is grouped by time a message that answers nothing answers its neighbour before, of the same
    /// topic where the platform has topics.
    private mutating func joinChats(_ database: Database) throws {
        let chats = try Int64.fetchSet(database, sql: "SELECT id FROM channel WHERE grouping = 'byTime'")
        guard !chats.isEmpty else { return }
        var byTopic: [[Int64]: [Int]] = [:]
        let placeOf = try database.makeStatement(sql: "SELECT channel, thread FROM message WHERE id = ?")
        for (index, row) in rows.enumerated() {
            guard let place = try Row.fetchOne(placeOf, arguments: [row.message]) else { continue }
            let channel: Int64 = place[0]
            guard chats.contains(channel) else { continue }
            let thread: Int64? = place[1]
            byTopic[[channel, thread ?? 0], default: []].append(index)
        }
        for indices in byTopic.values {
            joinNeighbours(indices)
        }
    }

    private mutating func joinNeighbours(_ indices: [Int]) {
        let ordered = indices.sorted {
            (rows[$0].time, rows[$0].sequence, nodes[$0].digest) < (rows[$1].time, rows[$1].sequence, nodes[$1].digest)
        }
        for (earlier, later) in zip(ordered, ordered.dropFirst()) {
            if nodes[later].parent == nil, rows[later].time - rows[earlier].time < Placer.chatGap {
                nodes[later].parent = nodes[earlier].digest
            }
        }
    }
}

/// What the store knows of parents that are not among the candidates.
struct OutsideLookup {
    private let statement: Statement
    private let isEmpty: Bool

    init(_ database: Database) throws {
        isEmpty = try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM placement)") ?? true
        statement = try database.makeStatement(
            sql: """
                SELECT conversation.root, placement.traits FROM message
                JOIN placement ON placement.message = message.id
                JOIN conversation ON conversation.id = placement.conversation WHERE message.digest = ?
                """)
    }

    func find(_ digest: Digest) throws -> ThreadResolver.Outside? {
        guard !isEmpty, let row = try Row.fetchOne(statement, arguments: [digest]) else { return nil }
        let traits = MessageTraits(rawValue: row[1])
        return ThreadResolver.Outside(
            placement: ThreadResolver.Placement(
                root: row[0], isLead: traits.contains(.lead), answersTeam: traits.contains(.answersTeam)),
            isTeam: traits.contains(.team))
    }
}

/// Writes placements. Conversations that are new get their number here and their row when they are derived.
final class PlacementWriter {
    private let find: BulkStatement
    private let place: BulkStatement
    private var rows: [Digest: Int64] = [:]
    private var next: Int64
    private let storeWasEmpty: Bool
    /// What was written: all conversations, and the roots of the new ones.
    private(set) var touched = TouchedConversations()

    init(_ database: Database) throws {
        let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM conversation")
        storeWasEmpty = last == nil
        next = (last ?? 0) + 1
        find = try BulkStatement(database, sql: "SELECT id FROM conversation WHERE root = ?")
        place = try BulkStatement(
            database,
            sql: """
                INSERT INTO placement (message, conversation, revision, sort_time, sequence, traits)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (message) DO UPDATE SET conversation = excluded.conversation,
                    revision = excluded.revision, sort_time = excluded.sort_time, traits = excluded.traits
                """)
    }

    func write(_ candidate: PlacementCandidates.Candidate, _ placement: ThreadResolver.Placement) throws {
        let conversation = try row(of: placement.root)
        var traits = candidate.traits
        if placement.isLead { traits.insert(.lead) }
        if placement.answersTeam { traits.insert(.answersTeam) }
        place.bind(candidate.message, at: 1)
        place.bind(conversation, at: 2)
        place.bind(candidate.revision, at: 3)
        place.bind(candidate.time, at: 4)
        place.bind(candidate.sequence, at: 5)
        place.bind(traits.rawValue, at: 6)
        try place.run()
        if touched.fresh[conversation] != nil {
            touched.messages[conversation, default: []].append(
                PlacedMessage(
                    row: candidate.message, time: candidate.time, sequence: candidate.sequence, traits: traits))
        }
    }

    private func row(of root: Digest) throws -> Int64 {
        if let known = rows[root] { return known }
        let found = storeWasEmpty ? nil : try existing(root)
        let row = found ?? next
        if found == nil {
            next += 1
            touched.fresh[row] = root
        }
        rows[root] = row
        touched.rows.insert(row)
        return row
    }

    private func existing(_ root: Digest) throws -> Int64? {
        find.bind(root, at: 1)
        var row: Int64?
        while try find.step() { row = find.integer(0) }
        return row
    }
}

/// Conversations that have to be derived anew.
struct TouchedConversations {
    var rows: Set<Int64> = []
    /// Those that have no row yet, with their roots.
    var fresh: [Int64: Digest] = [:]
    /// All messages of those that have no row yet, in no order: they were placed just now and need not be read.
    var messages: [Int64: [PlacedMessage]] = [:]
    /// Circles of answers that were cut at their earliest message.
    var cutCycles = 0
}
